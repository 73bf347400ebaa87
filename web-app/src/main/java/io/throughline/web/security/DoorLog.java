package io.throughline.web.security;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes to the audit trail who came in, who left and who was refused. A name that belongs to nobody is left out: people
 * type their password there by mistake.
 */
@Component
@RequiredArgsConstructor
class DoorLog {

    private static final String USERS = "foundation.app_user";

    private final Audit audit;
    private final SignIns signIns;

    void signedIn(Viewer viewer, String address) {
        audit.record(viewer, entry(AuditAction.SIGNED_IN, viewer.id().value(), address));
    }

    void signedOut(Viewer viewer, String address) {
        audit.record(viewer, entry(AuditAction.SIGNED_OUT, viewer.id().value(), address));
    }

    void signInRefused(String name, String address) {
        var user = signIns.userNamed(name);
        audit.record(
                null,
                entry(AuditAction.SIGN_IN_REFUSED, user.map(u -> u.value()).orElse(null), address));
    }

    void accessRefused(Viewer viewer, String what) {
        audit.record(viewer, AuditRecord.of(AuditAction.ACCESS_REFUSED, null, what));
    }

    private static AuditRecord entry(AuditAction action, @Nullable Long user, String address) {
        return new AuditRecord(action, USERS, user, null, null, null, address);
    }
}
