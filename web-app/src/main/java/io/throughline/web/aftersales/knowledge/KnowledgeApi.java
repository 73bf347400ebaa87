package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleDetail;
import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleState;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.KnowledgeArticleQueries;
import io.throughline.aftersales.knowledge.KnowledgeArticles;
import io.throughline.aftersales.knowledge.KnowledgeShelf;
import io.throughline.aftersales.knowledge.WriteArticle;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base for programs: anybody of the company reads what is published; those who write also see drafts. */
@RestController
@RequestMapping("/api/v1/knowledge")
@RequiredArgsConstructor
class KnowledgeApi {

    private static final int MOST = 50;

    private final KnowledgeArticles articles;
    private final KnowledgeArticleQueries queries;
    private final KnowledgeShelf shelf;

    /** @param helpful votes that said yes */
    record Listed(String number, String title, String excerpt, Instant publishedAt, long helpful) {}

    /** An article as readers see it. */
    record Shown(String number, String title, String body, String language, Instant publishedAt) {}

    /**
     * An article as those see it who write it.
     *
     * @param edition number of what readers see; 0 before the first
     * @param titleZh of the newest text, as the other three
     */
    record Written(
            String number,
            int version,
            ArticleState state,
            int edition,
            String titleZh,
            String bodyZh,
            String titleEn,
            String bodyEn,
            ArticleVisibility visibility,
            int reviewDays,
            @Nullable Instant reviewedAt,
            @Nullable String writer,
            @Nullable String returnedNote,
            long helpful,
            long notHelpful) {

        static Written of(ArticleDetail article) {
            return new Written(
                    article.number().toString(),
                    article.version(),
                    article.state(),
                    article.edition(),
                    article.draft().titleZh(),
                    article.draft().bodyZh(),
                    article.draft().titleEn(),
                    article.draft().bodyEn(),
                    article.draftVisibility(),
                    article.reviewDays(),
                    article.reviewedAt(),
                    article.writer(),
                    article.returnedNote(),
                    article.helpful(),
                    article.notHelpful());
        }
    }

    /** Published articles; without words those that helped most. */
    @Limited(Limit.SEARCH)
    @GetMapping
    List<Listed> find(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return shelf.find(viewer, q, MOST).stream()
                .map(one -> new Listed(
                        one.number().toString(), one.title(), one.excerpt(), one.publishedAt(), one.helpful()))
                .toList();
    }

    @GetMapping("/{article}")
    Shown show(Viewer viewer, @PathVariable String article, @RequestParam(required = false) @Nullable String in) {
        var shown = shelf.read(viewer, ArticleNumber.parse(article), in);
        return new Shown(shown.number().toString(), shown.title(), shown.body(), shown.language(), shown.publishedAt());
    }

    @PostMapping
    ResponseEntity<Written> write(Viewer viewer, @Valid @RequestBody WriteArticle body) {
        var number = articles.write(viewer, body);
        var written = Written.of(queries.require(viewer, number));
        return Versions.created("/api/v1/knowledge/" + number + "/text", written, written.version());
    }

    /** The newest text, which readers may not see yet. */
    @GetMapping("/{article}/text")
    ResponseEntity<Written> text(Viewer viewer, @PathVariable String article) {
        return answer(viewer, ArticleNumber.parse(article));
    }

    @PutMapping("/{article}/text")
    ResponseEntity<Written> change(
            Viewer viewer,
            @PathVariable String article,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody WriteArticle body) {
        var number = ArticleNumber.parse(article);
        articles.change(viewer, number, Versions.seen(match), body);
        return answer(viewer, number);
    }

    @PostMapping("/{article}/submission")
    ResponseEntity<Written> submit(Viewer viewer, @PathVariable String article) {
        var number = ArticleNumber.parse(article);
        articles.submit(viewer, number, null);
        return answer(viewer, number);
    }

    @PostMapping("/{article}/publication")
    ResponseEntity<Written> publish(Viewer viewer, @PathVariable String article) {
        var number = ArticleNumber.parse(article);
        articles.publish(viewer, number, null);
        return answer(viewer, number);
    }

    @PostMapping("/{article}/review")
    ResponseEntity<Written> confirm(Viewer viewer, @PathVariable String article) {
        var number = ArticleNumber.parse(article);
        articles.confirm(viewer, number, null);
        return answer(viewer, number);
    }

    @PostMapping("/{article}/retirement")
    ResponseEntity<Written> retire(Viewer viewer, @PathVariable String article) {
        var number = ArticleNumber.parse(article);
        articles.retire(viewer, number, null);
        return answer(viewer, number);
    }

    @DeleteMapping("/{article}/retirement")
    ResponseEntity<Written> reinstate(Viewer viewer, @PathVariable String article) {
        var number = ArticleNumber.parse(article);
        articles.reinstate(viewer, number, null);
        return answer(viewer, number);
    }

    private ResponseEntity<Written> answer(Viewer viewer, ArticleNumber number) {
        var written = Written.of(queries.require(viewer, number));
        return Versions.tagged(written, written.version());
    }
}
