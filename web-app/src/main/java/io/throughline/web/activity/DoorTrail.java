package io.throughline.web.activity;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.web.security.CurrentViewer;
import io.throughline.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes down who came in, who went, who was kept out and who tried a door that is not theirs. */
@Component
@RequiredArgsConstructor
class DoorTrail {

    private static final int LONGEST = 200;

    private final Audit audit;
    private final Viewers viewers;

    @EventListener
    void cameIn(AuthenticationSuccessEvent event) {
        record(AuditAction.SIGNED_IN, event.getAuthentication());
    }

    @EventListener
    void went(LogoutSuccessEvent event) {
        record(AuditAction.SIGNED_OUT, event.getAuthentication());
    }

    /** The name as typed, as nobody is known yet; never the password. */
    @EventListener
    void wasKeptOut(AbstractAuthenticationFailureEvent event) {
        var asked = event.getAuthentication();
        audit.record(
                null,
                AuditRecord.of(AuditAction.SIGN_IN_REFUSED, null, shortened(asked.getName()) + "\n" + address(asked)));
    }

    /** Strangers are sent to sign in and leave no trace here, or every crawler would fill the trail. */
    @EventListener
    void wasRefused(AuthorizationDeniedEvent<?> event) {
        if (event.getObject() instanceof HttpServletRequest request) {
            refused(request);
        }
    }

    private void refused(HttpServletRequest request) {
        CurrentViewer.of(request)
                .ifPresent(viewer -> audit.record(
                        viewer,
                        AuditRecord.of(
                                AuditAction.ACCESS_REFUSED,
                                null,
                                request.getMethod() + " " + shortened(request.getRequestURI()))));
    }

    private void record(AuditAction action, Authentication authentication) {
        if (authentication.getPrincipal() instanceof SignedIn user) {
            audit.record(viewer(user), AuditRecord.of(action, null, address(authentication)));
        }
    }

    private @Nullable Viewer viewer(SignedIn user) {
        return viewers.load(new UserId(user.userId())).orElse(null);
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
