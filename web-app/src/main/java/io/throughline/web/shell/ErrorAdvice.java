package io.throughline.web.shell;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.web.security.KeptForm;
import io.throughline.web.security.TooManyCalls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the ways to say no that no form has caught: a page that says what to do, or for programs a problem document
 * whose {@code code} does not change with the language.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@RequiredArgsConstructor
class ErrorAdvice {

    private final MessageSource messages;
    private final ShellAdvice shells;

    @ExceptionHandler
    Object notFound(NotFound e, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "shell.error.404.text", null);
    }

    @ExceptionHandler
    Object notAllowed(NotAllowed e, HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, "shell.error.403.text", null);
    }

    @ExceptionHandler
    Object ruleViolation(RuleViolation e, HttpServletRequest request) {
        var status = isProgram(request) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
        return answer(request, status, e.key(), e.field(), e.args());
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    Object stale(HttpServletRequest request) {
        var status = isProgram(request) ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
        return answer(request, status, "shell.error.409.text", null);
    }

    /** With what was typed, to be sent again after the pause. */
    @ExceptionHandler
    Object tooMany(TooManyCalls e, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
        var answer = answer(request, HttpStatus.TOO_MANY_REQUESTS, e.key(), null, e.seconds());
        if (answer instanceof ModelAndView page) {
            KeptForm.of(request).ifPresent(form -> page.addObject("kept", form));
        }
        return answer;
    }

    /** A form without its files where there should have been some, or cut off on the way. */
    @ExceptionHandler
    Object brokenUpload(MultipartException e, HttpServletRequest request) {
        return answer(request, HttpStatus.BAD_REQUEST, "shell.error.400.text", null);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, "shell.error.413.text", null);
    }

    private Object answer(
            HttpServletRequest request, HttpStatus status, String key, @Nullable String field, Object... args) {
        var text = messages.getMessage(key, args, key, LocaleContextHolder.getLocale());
        if (isProgram(request)) {
            return problem(request, status, key, field, text);
        }
        var page = new ModelAndView(ErrorPages.of(status), Map.of("message", text), status);
        page.addObject("incident", Incident.of(request));
        page.addObject("shell", shells.shell(request));
        page.addObject("back", TypedText.page(request));
        page.addObject("typed", TypedText.of(request));
        return page;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, HttpStatus status, String key, @Nullable String field, @Nullable String text) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(text);
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        problem.setProperty("code", key);
        problem.setProperty("requestId", Incident.of(request));
        if (field != null) {
            problem.setProperty(
                    "errors",
                    new Object[] {Map.of("pointer", "/" + field, "code", key, "message", String.valueOf(text))});
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/api/");
    }
}
