package io.throughline.web.rest;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.web.security.TooManyCalls;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Answers everything that goes wrong in a REST call with a problem document (RFC 9457) in the caller's language. */
@Slf4j
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class Problems extends ResponseEntityExceptionHandler {

    private final MessageSource messages;
    private final StatusProblem statuses;

    @ExceptionHandler
    ProblemDetail broken(RuleViolation violation, Locale locale) {
        var status = statusOf(violation);
        var text = text(violation.key(), violation.args(), locale);
        var problem = problem(status, violation.key(), text);
        if (violation.field() != null) {
            problem.setProperty("errors", List.of(new Fault("/" + violation.field(), violation.key(), text)));
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail broken(ManyFaults faults, Locale locale) {
        var problem =
                problem(HttpStatus.UNPROCESSABLE_ENTITY, "web.rest.invalid", text("web.rest.invalid", null, locale));
        problem.setProperty(
                "errors",
                faults.places().stream()
                        .map(place -> new Fault(
                                place.pointer(),
                                place.key(),
                                text(place.key(), place.args().toArray(), locale)))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyCalls tooMany, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()))
                .body(problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        tooMany.key(),
                        text(tooMany.key(), new Object[] {tooMany.seconds()}, locale)));
    }

    @ExceptionHandler
    ProblemDetail missing(NotFound missing, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "web.rest.notFound", text("web.rest.notFound", null, locale));
    }

    @ExceptionHandler
    ProblemDetail refused(NotAllowed refused, Locale locale) {
        return problem(
                HttpStatus.FORBIDDEN, "web.security.api.forbidden", text("web.security.api.forbidden", null, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(BadCredentialsException unknown, Locale locale) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Throughline\", charset=\"UTF-8\"")
                .body(problem(
                        HttpStatus.UNAUTHORIZED,
                        "web.security.login.refused",
                        text("web.security.login.refused", null, locale)));
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ProblemDetail stale(RuntimeException stale, Locale locale) {
        return problem(HttpStatus.PRECONDITION_FAILED, "web.rest.stale", text("web.rest.stale", null, locale));
    }

    @ExceptionHandler
    ProblemDetail unversioned(VersionRequired missing, Locale locale) {
        return problem(
                HttpStatus.PRECONDITION_REQUIRED,
                "web.rest.versionRequired",
                text("web.rest.versionRequired", null, locale));
    }

    @ExceptionHandler
    ProblemDetail clash(DataIntegrityViolationException clash, Locale locale) {
        log.info("refused by the database: {}", clash.getMostSpecificCause().getMessage());
        return problem(HttpStatus.CONFLICT, "web.rest.conflict", text("web.rest.conflict", null, locale));
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException invalid, Locale locale) {
        var problem =
                problem(HttpStatus.UNPROCESSABLE_ENTITY, "web.rest.invalid", text("web.rest.invalid", null, locale));
        problem.setProperty(
                "errors",
                invalid.getConstraintViolations().stream()
                        .map(violation -> new Fault(
                                "/" + violation.getPropertyPath().toString().replace('.', '/'),
                                violation
                                        .getConstraintDescriptor()
                                        .getAnnotation()
                                        .annotationType()
                                        .getSimpleName(),
                                violation.getMessage()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
        var text = text("web.rest.badValue", new Object[] {mistyped.getName()}, locale);
        var problem = problem(HttpStatus.BAD_REQUEST, "web.rest.badValue", text);
        problem.setProperty("errors", List.of(new Fault("/" + mistyped.getName(), "web.rest.badValue", text)));
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var locale = LocaleContextHolder.getLocale();
        var problem =
                problem(HttpStatus.UNPROCESSABLE_ENTITY, "web.rest.invalid", text("web.rest.invalid", null, locale));
        problem.setProperty(
                "errors",
                invalid.getAllErrors().stream()
                        .map(error -> new Fault(
                                error instanceof FieldError field
                                        ? "/" + field.getField().replace('.', '/')
                                        : "",
                                String.valueOf(error.getCode()),
                                resolve(error, locale)))
                        .toList());
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "web.rest.invalid",
                text("web.rest.invalid", null, LocaleContextHolder.getLocale()));
        problem.setProperty(
                "errors",
                invalid.getAllErrors().stream()
                        .map(error -> new Fault("", "invalid", resolve(error, LocaleContextHolder.getLocale())))
                        .toList());
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var locale = LocaleContextHolder.getLocale();
        return ResponseEntity.badRequest()
                .body(
                        unreadable.getCause() instanceof DatabindException mistyped
                                        && !mistyped.getPath().isEmpty()
                                ? mistyped(mistyped.getPath(), locale)
                                : problem(
                                        HttpStatus.BAD_REQUEST,
                                        "web.rest.unreadable",
                                        text("web.rest.unreadable", null, locale)));
    }

    /** The body is JSON, a value in it is not what belongs there. */
    private ProblemDetail mistyped(List<JacksonException.Reference> path, Locale locale) {
        var pointer = path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(java.util.stream.Collectors.joining());
        var text = text("web.rest.badValue", new Object[] {pointer.substring(1)}, locale);
        var problem = problem(HttpStatus.BAD_REQUEST, "web.rest.badValue", text);
        problem.setProperty("errors", List.of(new Fault(pointer, "web.rest.badValue", text)));
        return problem;
    }

    /** Everything the framework refuses by itself. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return new ResponseEntity<>(statuses.of(status), headers, status);
    }

    private static HttpStatus statusOf(RuleViolation violation) {
        var key = violation.key();
        if (key.equals("web.security.locked")) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (key.equals("web.security.secondFactorRequired")) {
            return HttpStatus.FORBIDDEN;
        }
        if (key.equals("aftersales.mail.tooLong")) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        boolean malformed = key.startsWith("web.rest.") || key.startsWith("common.page.");
        return malformed ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }

    private String resolve(MessageSourceResolvable error, Locale locale) {
        return messages.getMessage(error, locale);
    }

    private String text(String key, Object @Nullable [] args, Locale locale) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(key, args, key, locale), key);
    }

    /**
     * One fault of a request.
     *
     * @param pointer JSON pointer to the field, empty for the whole
     * @param code stable, for programs
     * @param message in the caller's language
     */
    record Fault(String pointer, String code, String message) {}
}
