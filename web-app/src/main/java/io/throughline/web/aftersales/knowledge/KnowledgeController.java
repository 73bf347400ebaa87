package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleFilter;
import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleState;
import io.throughline.aftersales.knowledge.ArticleSubject;
import io.throughline.aftersales.knowledge.ArticleUses;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.KnowledgeArticleQueries;
import io.throughline.aftersales.knowledge.KnowledgeShelf;
import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The knowledge base of the company: a desk for those who write, a shelf for the other colleagues. */
@Controller
@RequestMapping("/knowledge")
@RequiredArgsConstructor
class KnowledgeController {

    private static final int MOST = 50;

    private final KnowledgeArticleQueries queries;
    private final KnowledgeShelf shelf;
    private final ArticleUses uses;
    private final Words words;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "filter.state", required = false) @Nullable ArticleState state,
            @RequestParam(name = "filter.visibility", required = false) @Nullable ArticleVisibility visibility,
            @RequestParam(name = "filter.review", defaultValue = "false") boolean reviewDue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        if (!writes(viewer)) {
            model.addAttribute("articles", shelf.find(viewer, q, MOST));
            return "aftersales/knowledge/shelf";
        }
        var filter = new ArticleFilter(state, visibility, reviewDue);
        model.addAttribute(
                "page",
                q.isBlank()
                        ? queries.list(viewer, filter, PageRequest.of(after, before, size))
                        : new Page<>(queries.find(viewer, q, filter), null, null));
        model.addAttribute(
                "filtered",
                !q.isBlank() || reviewDue || Stream.of(state, visibility).anyMatch(Objects::nonNull));
        model.addAttribute("states", words.options(ArticleState.values()));
        model.addAttribute("visibilities", words.options(ArticleVisibility.values()));
        model.addAttribute("submitted", queries.submitted(viewer));
        model.addAttribute("locale", viewer.locale());
        return "aftersales/knowledge/list";
    }

    @GetMapping("/{article}")
    String show(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Model model,
            RedirectAttributes redirect) {
        var number = ArticleNumber.parse(article);
        if (!writes(viewer)) {
            var shown = shelf.read(viewer, number, language);
            if (!article.equals(shown.slug())) {
                Toast.carryOn(model, redirect);
                return "redirect:/knowledge/" + shown.slug();
            }
            OpenedRecord.is(new SubjectRef(ArticleSubject.TYPE, shown.id().value()));
            model.addAttribute("article", shown);
            model.addAttribute("html", Markdown.html(shown.body()));
            return "aftersales/knowledge/article";
        }
        var detail = queries.require(viewer, number);
        if (!article.equals(detail.slug())) {
            Toast.carryOn(model, redirect);
            return "redirect:/knowledge/" + detail.slug();
        }
        OpenedRecord.is(new SubjectRef(ArticleSubject.TYPE, detail.id().value()));
        var text = detail.draft();
        var in = text.languageFor(viewer.locale(), language);
        model.addAttribute("article", detail);
        model.addAttribute("in", in);
        model.addAttribute("heading", text.title(in));
        model.addAttribute("html", Markdown.html(text.body(in)));
        var published = detail.isPending() ? detail.published() : null;
        model.addAttribute("before", published == null ? null : Markdown.html(published.body(in)));
        model.addAttribute("beforeTitle", published == null ? null : published.title(in));
        model.addAttribute("tickets", uses.ticketsWith(viewer, detail.id()));
        model.addAttribute("edits", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER));
        model.addAttribute(
                "mayPublish",
                viewer.has(Role.MANAGER)
                        || viewer.has(Role.SUPPORT_AGENT) && !Objects.equals(viewer.personId(), detail.writerId()));
        return "aftersales/knowledge/detail";
    }

    @GetMapping("/{article}/editions/{edition}")
    String edition(
            Viewer viewer,
            @PathVariable String article,
            @PathVariable int edition,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Model model) {
        var detail = queries.require(viewer, ArticleNumber.parse(article));
        var text = queries.edition(viewer, detail.number(), edition);
        var in = text.languageFor(viewer.locale(), language);
        model.addAttribute("article", detail);
        model.addAttribute("edition", edition);
        model.addAttribute("in", in);
        model.addAttribute("both", text.isInBoth());
        model.addAttribute("heading", text.title(in));
        model.addAttribute("html", Markdown.html(text.body(in)));
        return "aftersales/knowledge/edition";
    }

    static boolean writes(Viewer viewer) {
        return viewer.hasAny(Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER);
    }
}
