package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.WriteArticle;
import io.throughline.aftersales.problem.ProblemDetail;
import io.throughline.web.shell.Words;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first draft of an article: what is known of a problem, in the writer's language. */
@Component
@RequiredArgsConstructor
class ProblemArticle {

    private final Words words;

    WriteArticle of(ProblemDetail problem, Locale locale) {
        var body = new StringBuilder();
        part(body, "description", problem.description());
        part(body, "rootCause", problem.rootCause());
        part(body, "workaround", problem.workaround());
        part(body, "resolution", problem.resolution());
        var text = body.toString().strip();
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new WriteArticle(
                chinese ? problem.title() : "",
                chinese ? text : "",
                chinese ? "" : problem.title(),
                chinese ? "" : text,
                ArticleVisibility.STAFF,
                WriteArticle.USUAL_REVIEW_DAYS);
    }

    private void part(StringBuilder body, String what, @Nullable String text) {
        if (text != null) {
            body.append("## ")
                    .append(words.text("aftersales.problem." + what))
                    .append("\n\n")
                    .append(text)
                    .append("\n\n");
        }
    }
}
