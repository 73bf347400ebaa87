package io.throughline.web.admin.automation;

import io.throughline.aftersales.automation.Actions;
import io.throughline.aftersales.automation.AutomationRuleQueries.RuleRow;
import io.throughline.aftersales.automation.Conditions;
import io.throughline.aftersales.automation.Occasion;
import io.throughline.aftersales.automation.RuleTerms;
import io.throughline.aftersales.automation.SaveRule;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule as typed.
 *
 * @param customers numbers between commas
 * @param tags between commas, and so the other lists of words
 */
record AutomationForm(
        @NotBlank @Size(max = 80) @Nullable String nameZh,
        @NotBlank @Size(max = 80) @Nullable String nameEn,
        @NotNull @Min(0) @Max(9999) @Nullable Integer position,
        @NotNull @Nullable Occasion occasion,
        @Min(1) @Nullable Integer waitMinutes,
        @Nullable WaitUnit waitUnit,
        @Nullable Set<TicketKind> kinds,
        @Nullable Set<Priority> priorities,
        @Nullable Set<String> statuses,
        @Nullable Set<Channel> channels,
        @Nullable Set<CustomerTier> tiers,
        @Size(max = 2_000) @Nullable String customers,
        @Nullable Set<Long> teams,
        @Nullable Boolean unassigned,
        @Nullable Boolean complaint,
        @Size(max = 5_000) @Nullable String tags,
        @Size(max = 5_000) @Nullable String withoutTags,
        @Size(max = 5_000) @Nullable String words,
        @Nullable Priority priority,
        @Nullable String status,
        @Nullable Long team,
        @Nullable Long assignee,
        @Size(max = 1_000) @Nullable String addTags,
        @Size(max = 1_000) @Nullable String removeTags,
        @Nullable String note,
        @Nullable String answerZh,
        @Nullable String answerEn,
        @Nullable Set<TicketListener> tell,
        @Nullable Boolean byRule,
        @Nullable Integer version) {

    private static final int MIDDLE = 10;

    static AutomationForm empty() {
        return of(
                null,
                null,
                MIDDLE,
                new RuleTerms(
                        Occasion.OPENED,
                        null,
                        Conditions.NONE,
                        new Actions(null, null, null, null, null, null, null, null, null, Set.of(TicketListener.TEAM))),
                List.of(),
                null);
    }

    static AutomationForm of(RuleRow rule, List<String> customers) {
        return of(rule.nameZh(), rule.nameEn(), rule.position(), rule.terms(), customers, rule.version());
    }

    private static AutomationForm of(
            @Nullable String nameZh,
            @Nullable String nameEn,
            int position,
            RuleTerms terms,
            List<String> customers,
            @Nullable Integer version) {
        var when = terms.when();
        var then = terms.then();
        var unit = WaitUnit.of(terms.waitMinutes());
        return new AutomationForm(
                nameZh,
                nameEn,
                position,
                terms.occasion(),
                terms.waitMinutes() == null ? null : unit.amount(terms.waitMinutes()),
                unit,
                when.kinds(),
                when.priorities(),
                when.statuses(),
                when.channels(),
                when.tiers(),
                line(customers),
                when.teams(),
                when.unassigned(),
                when.complaint(),
                line(when.tags()),
                line(when.withoutTags()),
                line(when.words()),
                then.priority(),
                then.status(),
                then.team(),
                then.assignee(),
                line(then.addTags()),
                line(then.removeTags()),
                then.note(),
                then.answerZh(),
                then.answerEn(),
                then.tell(),
                then.byRule(),
                version);
    }

    Set<String> customerNumbers() {
        return parts(customers, "[,，、;；\\s]");
    }

    /** Throws {@link RuleViolation} at the field that does not fit; call it on a valid form. */
    SaveRule rule(Map<String, Long> known) {
        if (nameZh == null || nameEn == null || position == null || occasion == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        var when = new Conditions(
                kinds,
                priorities,
                statuses,
                channels,
                tiers,
                CustomerNumbers.ids(customerNumbers(), known),
                teams,
                Boolean.TRUE.equals(unassigned),
                Boolean.TRUE.equals(complaint),
                list(tags),
                list(withoutTags),
                list(words));
        var then = new Actions(
                priority,
                status,
                team,
                assignee,
                list(addTags),
                list(removeTags),
                note,
                answerZh,
                answerEn,
                tell,
                byRule);
        var unit = waitUnit == null ? WaitUnit.HOURS : waitUnit;
        return new SaveRule(
                nameZh,
                nameEn,
                position,
                new RuleTerms(occasion, waitMinutes == null ? null : unit.minutes(waitMinutes), when, then));
    }

    private static Set<String> list(@Nullable String text) {
        return parts(text, "[,，、;；\\r\\n]");
    }

    private static Set<String> parts(@Nullable String text, String between) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(between))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable String line(Collection<String> words) {
        return words.isEmpty() ? null : String.join(", ", words);
    }
}
