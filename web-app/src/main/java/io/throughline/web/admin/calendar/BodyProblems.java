package io.throughline.web.admin.calendar;

import io.throughline.web.admin.calendar.BodyErrors.BadBody;
import io.throughline.web.admin.calendar.BodyErrors.BodyError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** Answers a body that cannot be read or meant: 400 with a line for each fault. */
@RestControllerAdvice(assignableTypes = {CalendarApi.class, CalendarClockApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class BodyProblems {

    private final MessageSource messages;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bad(BadBody e, HttpServletRequest request) {
        return problem(request, e.errors());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        var pointer = e.getCause() instanceof JacksonException json ? pointer(json) : "";
        return problem(request, List.of(new BodyError(pointer, "foundation.calendar.unreadable", new Object[0])));
    }

    private ResponseEntity<ProblemDetail> problem(HttpServletRequest request, List<BodyError> errors) {
        var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setDetail(text("foundation.calendar.badBody", errors.size()));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", "foundation.calendar.badBody");
        problem.setProperty(
                "errors",
                errors.stream()
                        .map(error -> Map.of(
                                "pointer",
                                error.pointer(),
                                "code",
                                error.key(),
                                "message",
                                text(error.key(), error.args())))
                        .toList());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    private static String pointer(JacksonException json) {
        var pointer = new StringBuilder("");
        for (var step : json.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }
}
