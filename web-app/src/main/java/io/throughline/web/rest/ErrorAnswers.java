package io.throughline.web.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What ended outside every resource, a fault included: programs get a problem document even then, people a page. */
@Controller
class ErrorAnswers extends BasicErrorController {

    private final StatusProblem problems;
    private final JsonMapper json;

    ErrorAnswers(
            ErrorAttributes attributes,
            WebProperties properties,
            List<ErrorViewResolver> pages,
            StatusProblem problems,
            JsonMapper json) {
        super(attributes, properties.getError(), pages);
        this.problems = problems;
        this.json = json;
    }

    /** Whether the address is one of a program. */
    static boolean isCall(@Nullable Object address) {
        return address instanceof String path && path.startsWith("/api/");
    }

    /** Whoever asks for the address itself, without an error behind it, finds nothing. */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        return failed ? super.getStatus(request) : HttpStatus.NOT_FOUND;
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        if (!isCall(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            return super.errorHtml(request, response);
        }
        return new ModelAndView((model, in, out) -> write(request, response));
    }

    /** Whoever listens to a stream reads no page and no document. */
    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        if (MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            return ResponseEntity.status(getStatus(request)).build();
        }
        if (!isCall(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            return super.error(request);
        }
        var status = getStatus(request);
        Map<String, Object> fields = json.convertValue(problem(request), new TypeReference<>() {});
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(fields);
    }

    private ProblemDetail problem(HttpServletRequest request) {
        var problem = problems.of(getStatus(request), locale(request));
        problem.setProperty("requestId", request.getAttribute("requestId"));
        return problem;
    }

    /** What was refused before it was understood has no person behind it, only what the program asked for. */
    private static Locale locale(HttpServletRequest request) {
        boolean asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return asked ? request.getLocale() : LocaleContextHolder.getLocale();
    }

    private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(getStatus(request).value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem(request));
    }
}
