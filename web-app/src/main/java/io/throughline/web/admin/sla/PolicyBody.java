package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.DraftPolicy;
import io.throughline.aftersales.sla.PolicyBasis;
import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy as programs send it.
 *
 * @param nameEn the English name, {@code name} where it is missing
 * @param position among policies of the same basis, 10 where it is missing
 * @param customers numbers, for example {@code C-00012}
 * @param site calendar of the customer's hours: time counts only when both are open
 * @param customerHours the same with the calendar of the ticket's own customer
 * @param targets by clock and priority: {@code 90m}, {@code 4h}, {@code 5bd}, {@code 5bd+eod}
 * @param levels of escalation in their order; none where missing
 */
record PolicyBody(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 80) String nameEn,
        @Nullable Integer position,
        @NotNull PolicyBasis basis,
        @Nullable Set<String> customers,
        @Nullable Set<CustomerTier> tiers,
        @Nullable Set<TicketKind> kinds,
        @Nullable Set<Priority> priorities,
        @NotNull Long calendar,
        @Nullable Long site,
        @Nullable Boolean customerHours,
        @NotNull Map<ClockType, Map<Priority, String>> targets,
        @Nullable List<@Valid LevelBody> levels) {

    private static final int MIDDLE = 10;

    Set<String> customerNumbers() {
        return or(customers);
    }

    /** Throws {@link RuleViolation} at the field that cannot be read. */
    DraftPolicy draft(Map<String, Long> known) {
        var ids = new HashSet<Long>();
        for (var number : customerNumbers()) {
            var id = known.get(number);
            if (id == null) {
                throw new RuleViolation("web.sla.unknownNumber", number).at("customers");
            }
            ids.add(id);
        }
        return new DraftPolicy(
                name,
                Objects.requireNonNullElse(nameEn, name),
                Objects.requireNonNullElse(position, MIDDLE),
                new SlaTerms(
                        basis,
                        ids,
                        or(tiers),
                        or(kinds),
                        or(priorities),
                        new WorkCalendarId(calendar),
                        site == null ? null : new WorkCalendarId(site),
                        Boolean.TRUE.equals(customerHours),
                        read(),
                        levels == null
                                ? List.of()
                                : levels.stream().map(LevelBody::level).toList()));
    }

    private Map<ClockType, Map<Priority, Target>> read() {
        var read = new EnumMap<ClockType, Map<Priority, Target>>(ClockType.class);
        targets.forEach((type, each) -> {
            var targetsOfType = new EnumMap<Priority, Target>(Priority.class);
            each.forEach((priority, text) -> targetsOfType.put(priority, Targets.parse(text, "targets")));
            read.put(type, targetsOfType);
        });
        return read;
    }

    private static <T> Set<T> or(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
