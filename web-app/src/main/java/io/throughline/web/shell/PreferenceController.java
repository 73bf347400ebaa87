package io.throughline.web.shell;

import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.CurrentViewer;
import io.throughline.web.security.OwnAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches theme, language, sidebar and single-letter keys from wherever the person is. */
@Controller
@RequiredArgsConstructor
class PreferenceController {

    private final Users users;

    @PostMapping("/preferences")
    String change(
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String sidebar,
            @RequestParam(required = false) @Nullable Boolean keys,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (theme != null) {
            Preferences.rememberTheme(request, response, theme);
        }
        if (sidebar != null) {
            Preferences.rememberSidebar(request, response, sidebar);
        }
        if (keys != null) {
            Preferences.rememberSingleKeys(request, response, keys);
        }
        var chosen = language == null ? null : Languages.of(language).orElse(null);
        if (chosen != null) {
            Preferences.rememberLanguage(request, response, chosen);
        }
        CurrentViewer.of(request).ifPresent(viewer -> keep(viewer, chosen, theme, keys, request));
        return "redirect:" + withoutContext(OwnAddress.inside(back), request.getContextPath());
    }

    private void keep(
            Viewer viewer,
            @Nullable Locale language,
            @Nullable String theme,
            @Nullable Boolean keys,
            HttpServletRequest request) {
        if (language == null && theme == null && keys == null) {
            return;
        }
        users.prefer(
                viewer,
                language == null ? viewer.locale() : language,
                viewer.zone(),
                theme == null ? Preferences.theme(request) : theme,
                keys == null ? Preferences.singleKeys(request) : keys);
    }

    private static String withoutContext(String path, String contextPath) {
        return path.startsWith(contextPath + "/") ? path.substring(contextPath.length()) : path;
    }
}
