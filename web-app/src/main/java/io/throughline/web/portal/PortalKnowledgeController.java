package io.throughline.web.portal;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleSubject;
import io.throughline.aftersales.knowledge.ArticleVotes;
import io.throughline.aftersales.knowledge.KnowledgeShelf;
import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers that are there already: the customer's side of the knowledge base. */
@Controller
@RequestMapping("/portal/knowledge")
@RequiredArgsConstructor
class PortalKnowledgeController {

    private static final int MOST = 50;
    private static final int OFFERED = 3;
    private static final int LONGEST_QUESTION = 4000;

    private final KnowledgeShelf shelf;
    private final ArticleVotes votes;

    @Limited(Limit.SEARCH)
    @GetMapping
    String list(Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("articles", shelf.find(viewer, q, MOST));
        return "portal/knowledge/list";
    }

    /** Articles that may answer what is being typed; reads only, by POST because a question may be long. */
    @Limited(Limit.SEARCH)
    @PostMapping("/offers")
    String offers(
            Viewer viewer,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            Model model) {
        var text = subject + "\n" + body;
        model.addAttribute(
                "offers", shelf.offer(viewer, text.substring(0, Math.min(text.length(), LONGEST_QUESTION)), OFFERED));
        return "portal/knowledge/offers :: offers";
    }

    @GetMapping("/{article}")
    String show(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Model model,
            RedirectAttributes redirect) {
        var shown = shelf.read(viewer, ArticleNumber.parse(article), language);
        if (!article.equals(shown.slug())) {
            Toast.carryOn(model, redirect);
            return "redirect:/portal/knowledge/" + shown.slug();
        }
        votes.opened(viewer, shown);
        OpenedRecord.is(new SubjectRef(ArticleSubject.TYPE, shown.id().value()));
        model.addAttribute("article", shown);
        model.addAttribute("html", Markdown.html(shown.body()));
        return "portal/knowledge/article";
    }

    @PostMapping("/{article}/vote")
    String vote(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam boolean helpful,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        var number = ArticleNumber.parse(article);
        votes.vote(viewer, number, helpful, remark.substring(0, Math.min(remark.length(), 1000)));
        Toast.done("aftersales.knowledge.voted").after(redirect);
        return "redirect:/portal/knowledge/" + number;
    }
}
