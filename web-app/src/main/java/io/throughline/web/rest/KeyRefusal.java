package io.throughline.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a repeated key before any controller runs: programs get a problem document, people the error page. */
@Component
@RequiredArgsConstructor
class KeyRefusal {

    private final LocaleResolver locales;
    private final MessageSource messages;
    private final JsonMapper json;

    /** The first call with this key has not ended yet. */
    void stillRunning(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, HttpStatus.CONFLICT, "web.rest.keyRunning");
    }

    /** The key belongs to a call with another address or another body. */
    void usedOtherwise(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "web.rest.keyUsed");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(status.value());
            return;
        }
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(messages.getMessage(key, null, key, locales.resolveLocale(request)));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", key);
        problem.setProperty("requestId", request.getAttribute("requestId"));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }
}
