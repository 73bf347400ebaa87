package io.throughline.web.account;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program for whom it acts. */
@RestController
class MeApi {

    @GetMapping("/api/v1/me")
    Me me(Viewer viewer, HttpServletRequest request) {
        return new Me(
                viewer.id().value(),
                viewer.login(),
                viewer.name(),
                viewer.roles().stream().sorted().toList(),
                viewer.teamIds().stream().sorted().toList(),
                viewer.customerId(),
                CurrentViewer.of(request).orElse(viewer).locale().toLanguageTag(),
                viewer.zone().getId());
    }

    record Me(
            long id,
            String login,
            String name,
            List<Role> roles,
            List<Long> teams,
            @Nullable Long customer,
            String language,
            String zone) {}
}
