package io.throughline.web.shell;

import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.AfterSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Brings a person's theme, keys and language to the browser used today, so that the next sign-in page has them too. */
@Component
@RequiredArgsConstructor
class PreferencesAtSignIn implements AfterSignIn {

    private final Users users;

    @Override
    public void signedIn(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var likes = users.likes(viewer);
        Preferences.rememberTheme(request, response, likes.theme());
        Preferences.rememberSingleKeys(request, response, likes.singleKeys());
        Preferences.rememberLanguage(request, response, viewer.locale());
    }
}
