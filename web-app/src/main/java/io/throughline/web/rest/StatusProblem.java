package io.throughline.web.rest;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The problem document of a refusal of which no more is known than its status. */
@Component
@RequiredArgsConstructor
class StatusProblem {

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503);

    private final MessageSource messages;

    ProblemDetail of(HttpStatusCode status) {
        return of(status, LocaleContextHolder.getLocale());
    }

    ProblemDetail of(HttpStatusCode status, Locale locale) {
        int known = KNOWN.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400;
        var key = "web.rest.status." + known;
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key));
        problem.setProperty("code", key);
        return problem;
    }
}
