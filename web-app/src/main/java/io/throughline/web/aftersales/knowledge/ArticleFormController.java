package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.KnowledgeArticleQueries;
import io.throughline.aftersales.knowledge.KnowledgeArticles;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which articles are written. */
@Controller
@RequestMapping("/knowledge")
@RequiredArgsConstructor
class ArticleFormController {

    private static final String FORM = "aftersales/knowledge/form";

    private final KnowledgeArticles articles;
    private final KnowledgeArticleQueries queries;
    private final FormMerge merge;
    private final Words words;

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        model.addAttribute("form", ArticleForm.blank());
        choices(model);
        return FORM;
    }

    @PostMapping
    String write(
            Viewer viewer,
            @Valid @ModelAttribute("form") ArticleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var number = articles.write(viewer, form.command());
            Toast.done("aftersales.knowledge.saved", number.toString()).after(redirect);
            return "redirect:/knowledge/" + number;
        });
        return next.orElseGet(() -> {
            choices(model);
            return FORM;
        });
    }

    @GetMapping("/{article}/edit")
    String edit(Viewer viewer, @PathVariable String article, Model model) {
        var detail = queries.require(viewer, ArticleNumber.parse(article));
        model.addAttribute("form", ArticleForm.of(detail));
        model.addAttribute("slug", detail.slug());
        choices(model);
        return FORM;
    }

    @PostMapping("/{article}")
    String change(
            Viewer viewer,
            @PathVariable String article,
            @Valid @ModelAttribute("form") ArticleForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var detail = queries.require(viewer, ArticleNumber.parse(article));
        var number = detail.number();
        var edit = new FormEdit<ArticleForm>(
                "aftersales.knowledge_article",
                detail.id().value(),
                List.of(),
                () -> FormEdit.Filled.of(ArticleForm.of(queries.require(viewer, number))),
                whole -> articles.change(viewer, number, whole.version(), whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.knowledge.saved", number.toString()).after(redirect);
            return "redirect:/knowledge/" + number;
        }
        model.addAttribute("slug", detail.slug());
        choices(model);
        return FORM;
    }

    private void choices(Model model) {
        model.addAttribute("visibilities", words.options(ArticleVisibility.values()));
    }
}
