package io.throughline.web.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tone and icon of a status, as {@code #looks} in templates, so that the same constant looks the same everywhere. A
 * pair {@code Type.CONSTANT} goes before the constant alone; what is not listed is quiet.
 */
@Component("looks")
public class Looks {

    private static final Look QUIET = new Look("", "circle");

    private static final Map<String, Look> LOOKS = Map.ofEntries(
            Map.entry("NEW", new Look("brand", "circle-fill")),
            Map.entry("OPEN", new Look("info", "circle-half")),
            Map.entry("ACTIVE", new Look("info", "play-fill")),
            Map.entry("IN_PROGRESS", new Look("info", "circle-half")),
            Map.entry("RUNNING", new Look("info", "circle-half")),
            Map.entry("SUBMITTED", new Look("brand", "send")),
            Map.entry("REQUESTED", new Look("brand", "send")),
            Map.entry("PROPOSED", new Look("brand", "send")),
            Map.entry("MOVED", new Look("warn", "arrow-right")),
            Map.entry("ADDED", new Look("info", "plus-lg")),
            Map.entry("REMOVED", new Look("", "dash-circle")),
            Map.entry("PENDING", new Look("", "clock")),
            Map.entry("QUEUED", new Look("", "clock")),
            Map.entry("NOT_STARTED", new Look("", "circle")),
            Map.entry("DRAFT", new Look("", "pencil")),
            Map.entry("WAITING_CUSTOMER", new Look("warn", "person")),
            Map.entry("WAITING_THIRD_PARTY", new Look("warn", "hourglass-split")),
            Map.entry("ON_HOLD", new Look("warn", "pause-circle")),
            Map.entry("PAUSED", new Look("", "pause-circle")),
            Map.entry("BLOCKED", new Look("bad", "slash-circle")),
            Map.entry("TRIAGE", new Look("brand", "circle-fill")),
            Map.entry("DIAGNOSING", new Look("info", "circle-half")),
            Map.entry("WORKAROUND_GIVEN", new Look("warn", "signpost-split")),
            Map.entry("FIX_PLANNED", new Look("info", "calendar-check")),
            Map.entry("FIXED", new Look("good", "check-circle")),
            Map.entry("VERIFIED", new Look("good", "check-circle-fill")),
            Map.entry("INVESTIGATING", new Look("info", "circle-half")),
            Map.entry("KNOWN_ERROR", new Look("warn", "exclamation-triangle")),
            Map.entry("DONE", new Look("good", "check-circle-fill")),
            Map.entry("RESOLVED", new Look("good", "check-circle")),
            Map.entry("ACCEPTED", new Look("good", "check-circle-fill")),
            Map.entry("ACCEPTED_WITH_CONDITIONS", new Look("warn", "check-circle")),
            Map.entry("APPROVED", new Look("good", "check-circle")),
            Map.entry("PASSED", new Look("good", "check-circle-fill")),
            Map.entry("MET", new Look("good", "check-circle-fill")),
            Map.entry("WAIVED", new Look("warn", "shield-check")),
            Map.entry("OPEN_CRITERION", new Look("", "circle")),
            Map.entry("REACHED", new Look("good", "flag-fill")),
            Map.entry("REJECTED", new Look("bad", "x-lg")),
            Map.entry("FAILED", new Look("bad", "exclamation-circle")),
            Map.entry("BREACHED", new Look("bad", "exclamation-circle")),
            Map.entry("OVERDUE", new Look("bad", "exclamation-circle")),
            Map.entry("CLOSED", new Look("", "lock")),
            Map.entry("CANCELLED", new Look("", "slash-circle")),
            Map.entry("MERGED", new Look("", "shuffle")),
            Map.entry("ARCHIVED", new Look("", "archive")),
            Map.entry("PUBLISHED", new Look("good", "check-circle")),
            Map.entry("RETIRED", new Look("", "archive")),
            Map.entry("IN_USE", new Look("good", "check-circle")),
            Map.entry("REPLACED", new Look("", "shuffle")),
            Map.entry("Standing.NONE", new Look("", "dash-circle")),
            Map.entry("Standing.OPEN", new Look("warn", "hourglass-split")),
            Map.entry("Standing.AHEAD", new Look("info", "clock")),
            Map.entry("Standing.RUNNING", new Look("good", "shield-check")),
            Map.entry("Standing.OVER", new Look("", "slash-circle")),
            Map.entry("ContractStanding.AHEAD", new Look("info", "clock")),
            Map.entry("ContractStanding.RUNNING", new Look("good", "shield-check")),
            Map.entry("ContractStanding.ENDING", new Look("warn", "hourglass-split")),
            Map.entry("ContractStanding.OVER", new Look("", "lock")),
            Map.entry("INACTIVE", new Look("", "dash-circle")),
            Map.entry("DORMANT", new Look("warn", "moon")),
            Map.entry("LOST", new Look("bad", "dash-circle")),
            Map.entry("GREEN", new Look("good", "check-circle-fill")),
            Map.entry("AMBER", new Look("warn", "exclamation-triangle")),
            Map.entry("RED", new Look("bad", "exclamation-circle-fill")),
            Map.entry("FEEDBACK", new Look("", "chat-left-text")),
            Map.entry("DIAGNOSIS", new Look("", "activity")),
            Map.entry("MAINTENANCE", new Look("", "tools")),
            Map.entry("TRAINING", new Look("", "mortarboard")),
            Map.entry("P1", new Look("bad", "chevron-double-up")),
            Map.entry("P2", new Look("warn", "chevron-up")),
            Map.entry("P3", new Look("", "dash-circle")),
            Map.entry("P4", new Look("", "chevron-down")),
            Map.entry("INITIATION", new Look("", "rocket-takeoff")),
            Map.entry("PLANNING", new Look("", "signpost-split")),
            Map.entry("EXECUTION", new Look("", "play-fill")),
            Map.entry("MONITORING", new Look("", "activity")),
            Map.entry("CLOSURE", new Look("", "flag")));

    public Look of(@Nullable Enum<?> constant) {
        return constant == null ? QUIET : of(constant.getDeclaringClass().getSimpleName(), constant.name());
    }

    public Look of(String type, @Nullable String constant) {
        if (constant == null) {
            return QUIET;
        }
        var exact = LOOKS.get(type + "." + constant);
        return exact != null ? exact : LOOKS.getOrDefault(constant, QUIET);
    }

    /**
     * @param tone class of the badge: {@code good}, {@code warn}, {@code bad}, {@code info}, {@code brand} or empty
     * @param icon name in the sprite
     */
    public record Look(String tone, String icon) {}
}
