package io.throughline.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Leads a stranger to the sign-in page. A form that comes without a session is kept for whoever had the last one in this
 * browser; where nobody did, it is shown at once, to be sent again after signing in.
 */
@Component
class BackToTheForm extends LoginUrlAuthenticationEntryPoint {

    private final KnownBrowsers browsers;
    private final KeptForms forms;

    BackToTheForm(KnownBrowsers browsers, KeptForms forms) {
        super("/login");
        this.browsers = browsers;
        this.forms = forms;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        var form = KeptForm.of(request);
        if (form.isEmpty()) {
            super.commence(request, response, refused);
            return;
        }
        var writer = browsers.lastUser(request);
        if (writer.isPresent()) {
            forms.keep(writer.get(), form.get());
            response.sendRedirect(request.getContextPath() + "/login?kept");
        } else {
            request.getRequestDispatcher("/error/kept").forward(request, response);
        }
    }
}
