package io.throughline.web.shell;

import io.throughline.web.security.KeptForm;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Chooses the page for whatever ended in an error dispatch, and writes the id a person may quote into the log, where
 * the fault itself stands.
 */
@Slf4j
@Component
class ErrorPages implements ErrorViewResolver {

    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 409, 429, 500, 503);

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> ignored) {
        var incident = Incident.of(request);
        if (status.is5xxServerError()) {
            log.error("incident {} at {}", incident, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
        var page = new ModelAndView(of(status), Map.of("incident", incident), status);
        KeptForm.of(request).ifPresent(form -> page.addObject("kept", form));
        return page;
    }

    /** The template for a status. */
    static String of(HttpStatus status) {
        var page = KNOWN.contains(status.value())
                ? Integer.toString(status.value())
                : status.is5xxServerError() ? "500" : "error";
        return "error/" + page;
    }
}
