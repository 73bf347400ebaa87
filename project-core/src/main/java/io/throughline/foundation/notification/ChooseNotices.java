package io.throughline.foundation.notification;

import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * A person's choice for all kinds at once; a kind that is in neither set is switched off.
 *
 * @param inApp codes of the kinds for the inbox
 * @param mail codes of the kinds for mail
 */
public record ChooseNotices(
        Set<String> inApp,
        Set<String> mail,
        @NotNull(message = "{common.required}") Digest digest) {

    public ChooseNotices {
        inApp = inApp == null ? Set.of() : Set.copyOf(inApp);
        mail = mail == null ? Set.of() : Set.copyOf(mail);
    }
}
