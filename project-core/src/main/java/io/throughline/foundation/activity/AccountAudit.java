package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.AccountDeed;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what was done to accounts: tokens, invitations, sessions ended from afar. */
@Component
@RequiredArgsConstructor
class AccountAudit {

    private static final String USER = "USER";

    private final Audit audit;

    @EventListener
    void on(AccountDeed deed) {
        audit.record(
                deed.by(),
                AuditRecord.change(
                        new SubjectRef(USER, deed.user().value()),
                        deed.table(),
                        deed.field(),
                        deed.before(),
                        deed.after()));
    }
}
