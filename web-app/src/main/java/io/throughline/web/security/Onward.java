package io.throughline.web.security;

import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/** Where a person goes on whom something at the door held up: to the text kept meanwhile, else to the page asked for. */
@Component
@RequiredArgsConstructor
public class Onward {

    private final KeptForms kept;
    private final CookieRequestCache pages;

    /** A path within the application. */
    public String path(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if (kept.any(viewer.id())) {
            return KeptFormController.ADDRESS;
        }
        var page = pages.getRequest(request, response);
        pages.removeRequest(request, response);
        return page == null
                ? "/"
                : OwnAddress.insideOf(page.getRedirectUrl())
                        .substring(request.getContextPath().length());
    }
}
