package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleVotes;
import io.throughline.aftersales.knowledge.KnowledgeArticleQueries;
import io.throughline.aftersales.knowledge.KnowledgeArticles;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of an article's text to its readers, and back. */
@Controller
@RequestMapping("/knowledge/{article}")
@RequiredArgsConstructor
class ArticleStateController {

    private final KnowledgeArticles articles;
    private final KnowledgeArticleQueries queries;
    private final ArticleVotes votes;

    @PostMapping("/submission")
    String submit(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(article, "aftersales.knowledge.submitted", redirect, at -> articles.submit(viewer, at, version));
    }

    @PostMapping("/submission/removal")
    String giveBack(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        return done(
                article,
                "aftersales.knowledge.givenBack",
                redirect,
                at -> articles.giveBack(viewer, at, version, note));
    }

    @PostMapping("/publication")
    String publish(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(article, "aftersales.knowledge.published", redirect, at -> articles.publish(viewer, at, version));
    }

    @PostMapping("/draft/removal")
    String discard(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        boolean gone = queries.require(viewer, ArticleNumber.parse(article)).edition() == 0;
        var next =
                done(article, "aftersales.knowledge.discarded", redirect, at -> articles.discard(viewer, at, version));
        return gone ? "redirect:/knowledge" : next;
    }

    @PostMapping("/editions/{edition}/restoration")
    String restore(
            Viewer viewer,
            @PathVariable String article,
            @PathVariable int edition,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(
                article,
                "aftersales.knowledge.restored",
                redirect,
                at -> articles.restore(viewer, at, version, edition));
    }

    @PostMapping("/review")
    String confirm(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(article, "aftersales.knowledge.confirmed", redirect, at -> articles.confirm(viewer, at, version));
    }

    @PostMapping("/retirement")
    String retire(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        var number = ArticleNumber.parse(article);
        articles.retire(viewer, number, version);
        Toast.done("aftersales.knowledge.isRetired")
                .undo("/knowledge/" + number + "/retirement/removal")
                .after(redirect);
        return "redirect:/knowledge/" + number;
    }

    @PostMapping("/retirement/removal")
    String reinstate(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(
                article, "aftersales.knowledge.reinstated", redirect, at -> articles.reinstate(viewer, at, version));
    }

    @PostMapping("/vote")
    String vote(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam boolean helpful,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        return done(article, "aftersales.knowledge.voted", redirect, at -> votes.vote(viewer, at, helpful, remark));
    }

    private static String done(
            String article, String word, RedirectAttributes redirect, java.util.function.Consumer<ArticleNumber> step) {
        var number = ArticleNumber.parse(article);
        try {
            step.accept(number);
            Toast.done(word).after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), words(refused)).after(redirect);
        }
        return "redirect:/knowledge/" + number;
    }

    private static String[] words(RuleViolation refused) {
        return java.util.Arrays.stream(refused.args()).map(String::valueOf).toArray(String[]::new);
    }
}
