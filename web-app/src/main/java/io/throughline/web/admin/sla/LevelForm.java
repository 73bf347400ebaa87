package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.EscalationLevel;
import io.throughline.aftersales.sla.SlaPolicyQueries.Named;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Offset;
import io.throughline.aftersales.sla.clock.OffsetUnit;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation as typed.
 *
 * @param place among the levels, from 1
 * @param people sign-in names between commas
 */
record LevelForm(
        @NotNull @Nullable ClockType clock,
        @NotNull @Nullable OffsetSide side,
        @Min(0) @Nullable Integer amount,
        @NotNull @Nullable OffsetUnit unit,
        @NotNull @Min(1) @Nullable Integer place,
        @Nullable Set<TicketKind> kinds,
        @Nullable Set<Priority> priorities,
        @Nullable Set<Long> teams,
        @Nullable Boolean unassigned,
        @Nullable Set<TicketListener> tell,
        @Size(max = 2000) @Nullable String people,
        @Nullable Boolean raise,
        @Nullable Long team,
        @Nullable Long assignee,
        @Nullable Integer version) {

    static LevelForm empty(int place, int version) {
        return new LevelForm(
                ClockType.RESOLUTION,
                OffsetSide.BEFORE,
                25,
                OffsetUnit.PERCENT,
                place,
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                Set.of(TicketListener.OWNER),
                null,
                false,
                null,
                null,
                version);
    }

    static LevelForm of(EscalationLevel level, int place, Map<Long, Named> known, int version) {
        var offset = level.offset();
        return new LevelForm(
                level.clock(),
                offset.isAtDue() ? OffsetSide.AT : offset.isBefore() ? OffsetSide.BEFORE : OffsetSide.AFTER,
                offset.isAtDue() ? null : Math.abs(offset.amount()),
                offset.unit(),
                place,
                level.kinds(),
                level.priorities(),
                level.teams(),
                level.unassigned(),
                level.tell(),
                level.people().stream()
                        .map(known::get)
                        .filter(java.util.Objects::nonNull)
                        .map(Named::login)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                level.raise(),
                level.team(),
                level.assignee(),
                version);
    }

    Set<String> logins() {
        return people == null
                ? Set.of()
                : Arrays.stream(people.split("[,，、;；\\s]"))
                        .filter(word -> !word.isBlank())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    /** Throws {@link RuleViolation} at the field that does not fit; call it on a valid form. */
    EscalationLevel level(Map<String, Long> known) {
        if (clock == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        return new EscalationLevel(
                clock,
                offset(),
                or(kinds),
                or(priorities),
                or(teams),
                Boolean.TRUE.equals(unassigned),
                or(tell),
                ids(known),
                Boolean.TRUE.equals(raise),
                assignee,
                team);
    }

    private Offset offset() {
        if (side == null || unit == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        if (side == OffsetSide.AT) {
            return new Offset(0, unit);
        }
        if (amount == null || amount == 0) {
            throw new RuleViolation("web.sla.howFar").at("amount");
        }
        try {
            return new Offset(side == OffsetSide.BEFORE ? -amount : amount, unit);
        } catch (RuleViolation tooFar) {
            throw tooFar.at("amount");
        }
    }

    private Set<Long> ids(Map<String, Long> known) {
        var ids = new HashSet<Long>();
        for (var login : logins()) {
            var id = known.get(login);
            if (id == null) {
                throw new RuleViolation("web.sla.unknownLogin", login).at("people");
            }
            ids.add(id);
        }
        return ids;
    }

    private static <T> Set<T> or(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
