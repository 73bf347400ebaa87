package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.KnowledgeShelf;
import io.throughline.foundation.activity.Markdown;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Public articles, for everybody who has the address. */
@Controller
@RequestMapping("/articles")
@RequiredArgsConstructor
class OpenKnowledgeController {

    private static final int MOST = 50;

    private final KnowledgeShelf shelf;

    @Limited(Limit.SEARCH)
    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        model.addAttribute("articles", shelf.findOpen(q, locale, MOST));
        return "aftersales/knowledge/open-list";
    }

    @GetMapping("/{article}")
    String show(
            @PathVariable String article,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Locale locale,
            Model model) {
        var shown = shelf.readOpen(ArticleNumber.parse(article), locale, language);
        if (!article.equals(shown.slug())) {
            return "redirect:/articles/" + shown.slug();
        }
        model.addAttribute("article", shown);
        model.addAttribute("html", Markdown.html(shown.body()));
        return "aftersales/knowledge/open-article";
    }
}
