package io.throughline.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;

/** Shows the page for "not yours" and notes who knocked at which door. */
@Component
@RequiredArgsConstructor
class RefusedAccess implements AccessDeniedHandler {

    private static final int LONGEST = 200;

    private final DoorLog log;

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        var what = request.getMethod() + " " + request.getRequestURI();
        ViewerFilter.viewerOf(request)
                .ifPresent(viewer ->
                        log.accessRefused(viewer, what.length() > LONGEST ? what.substring(0, LONGEST) : what));
        var page = new AccessDeniedHandlerImpl();
        page.setErrorPage("/error/forbidden");
        page.handle(request, response, refused);
    }
}
