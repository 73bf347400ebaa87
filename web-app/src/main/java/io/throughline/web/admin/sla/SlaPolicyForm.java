package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.DraftPolicy;
import io.throughline.aftersales.sla.EscalationLevel;
import io.throughline.aftersales.sla.PolicyBasis;
import io.throughline.aftersales.sla.SlaPolicyDetail;
import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy as typed.
 *
 * @param customers numbers between commas
 * @param firstResponse targets as {@link Targets} reads them, and so the other clocks'
 */
record SlaPolicyForm(
        @NotBlank @Size(max = 80) @Nullable String nameZh,
        @NotBlank @Size(max = 80) @Nullable String nameEn,
        @NotNull @Min(0) @Max(9999) @Nullable Integer position,
        @NotNull @Nullable PolicyBasis basis,
        @Size(max = 10_000) @Nullable String customers,
        @Nullable Set<CustomerTier> tiers,
        @Nullable Set<TicketKind> kinds,
        @Nullable Set<Priority> priorities,
        @NotNull @Nullable Long calendar,
        @Nullable Long site,
        @Nullable Boolean customerHours,
        @Nullable String firstResponse,
        @Nullable String nextResponse,
        @Nullable String acknowledgement,
        @Nullable String restore,
        @Nullable String resolution,
        @Nullable Integer version) {

    static SlaPolicyForm empty() {
        return new SlaPolicyForm(
                null,
                null,
                10,
                PolicyBasis.CUSTOMER,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                false,
                "30m, 1h, 4h, 8h",
                null,
                null,
                null,
                "4h, 8h, 3bd, 5bd",
                null);
    }

    static SlaPolicyForm of(SlaPolicyDetail policy, List<String> customers) {
        var terms = policy.latest();
        var site = terms.site();
        return new SlaPolicyForm(
                policy.nameZh(),
                policy.nameEn(),
                policy.position(),
                terms.basis(),
                String.join(", ", customers),
                terms.tiers(),
                terms.kinds(),
                terms.priorities(),
                terms.calendar().value(),
                site == null ? null : site.value(),
                terms.customerHours(),
                Targets.write(terms, ClockType.FIRST_RESPONSE),
                Targets.write(terms, ClockType.NEXT_RESPONSE),
                Targets.write(terms, ClockType.ACKNOWLEDGEMENT),
                Targets.write(terms, ClockType.RESTORE),
                Targets.write(terms, ClockType.RESOLUTION),
                policy.version());
    }

    Set<String> customerNumbers() {
        return customers == null
                ? Set.of()
                : Arrays.stream(customers.split("[,，、;；\\s]"))
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.toSet());
    }

    /**
     * Throws {@link RuleViolation} at the field that cannot be read; call it on a valid form.
     *
     * @param levels of escalation, which have forms of their own
     */
    DraftPolicy draft(Map<String, Long> known, List<EscalationLevel> levels) {
        var targets = new EnumMap<ClockType, Map<Priority, Target>>(ClockType.class);
        Targets.read(targets, ClockType.FIRST_RESPONSE, "firstResponse", firstResponse);
        Targets.read(targets, ClockType.NEXT_RESPONSE, "nextResponse", nextResponse);
        Targets.read(targets, ClockType.ACKNOWLEDGEMENT, "acknowledgement", acknowledgement);
        Targets.read(targets, ClockType.RESTORE, "restore", restore);
        Targets.read(targets, ClockType.RESOLUTION, "resolution", resolution);
        if (targets.isEmpty()) {
            throw new RuleViolation("aftersales.sla.noTargets").at("firstResponse");
        }
        if (nameZh == null || nameEn == null || position == null || basis == null || calendar == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        var terms = new SlaTerms(
                basis,
                ids(known),
                tiers == null ? Set.of() : tiers,
                kinds == null ? Set.of() : kinds,
                priorities == null ? Set.of() : priorities,
                new WorkCalendarId(calendar),
                site == null ? null : new WorkCalendarId(site),
                Boolean.TRUE.equals(customerHours),
                targets,
                levels);
        return new DraftPolicy(nameZh, nameEn, position, terms);
    }

    private Set<Long> ids(Map<String, Long> known) {
        var ids = new HashSet<Long>();
        for (var number : customerNumbers()) {
            var id = known.get(number);
            if (id == null) {
                throw new RuleViolation("web.sla.unknownNumber", number).at("customers");
            }
            ids.add(id);
        }
        return ids;
    }
}
