package io.throughline.aftersales.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What steps would do to one ticket: its changes, or the rule that stands against all of them.
 *
 * @param changes empty where everything is so already, or where it is refused
 * @param refusal message key of the rule; null where nothing stands against it
 */
public record StepPreview(
        String number,
        String subject,
        List<StepChange> changes,
        @Nullable String refusal,
        List<Object> args) {

    public StepPreview {
        changes = List.copyOf(changes);
        args = List.copyOf(args);
    }

    public boolean changesSomething() {
        return !changes.isEmpty();
    }
}
