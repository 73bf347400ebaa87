package io.throughline.web.admin.automation;

import io.throughline.aftersales.automation.Actions;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as programs send and read it.
 *
 * @param nameEn the English name, {@code name} where it is missing
 * @param position rules run in its order, 10 where it is missing
 * @param waitMinutes how long a timed rule waits, on the wall clock
 * @param when conditions; missing ones do not narrow
 */
record RuleBody(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 80) String nameEn,
        @Nullable @Min(0) @Max(9999) Integer position,
        @NotNull Occasion occasion,
        @Nullable Integer waitMinutes,
        @Nullable When when,
        @NotNull @Valid Then then) {

    private static final int MIDDLE = 10;

    /** @param customers numbers, for example {@code C-00012} */
    record When(
            @Nullable Set<TicketKind> kinds,
            @Nullable Set<Priority> priorities,
            @Nullable Set<String> statuses,
            @Nullable Set<Channel> channels,
            @Nullable Set<CustomerTier> tiers,
            @Nullable List<String> customers,
            @Nullable Set<Long> teams,
            @Nullable Boolean unassigned,
            @Nullable Boolean complaint,
            @Nullable Set<String> tags,
            @Nullable Set<String> withoutTags,
            @Nullable Set<String> words) {

        static When of(Conditions when, List<String> customers) {
            return new When(
                    when.kinds(),
                    when.priorities(),
                    when.statuses(),
                    when.channels(),
                    when.tiers(),
                    customers,
                    when.teams(),
                    when.unassigned(),
                    when.complaint(),
                    when.tags(),
                    when.withoutTags(),
                    when.words());
        }

        Conditions conditions(Set<Long> ids) {
            return new Conditions(
                    kinds,
                    priorities,
                    statuses,
                    channels,
                    tiers,
                    ids,
                    teams,
                    Boolean.TRUE.equals(unassigned),
                    Boolean.TRUE.equals(complaint),
                    tags,
                    withoutTags,
                    words);
        }
    }

    /** What is missing changes nothing. */
    record Then(
            @Nullable Priority priority,
            @Nullable String status,
            @Nullable Long team,
            @Nullable Long assignee,
            @Nullable Set<String> addTags,
            @Nullable Set<String> removeTags,
            @Nullable String note,
            @Nullable String answerZh,
            @Nullable String answerEn,
            @Nullable Set<TicketListener> tell,
            @Nullable Boolean byRule) {

        static Then of(Actions then) {
            return new Then(
                    then.priority(),
                    then.status(),
                    then.team(),
                    then.assignee(),
                    then.addTags(),
                    then.removeTags(),
                    then.note(),
                    then.answerZh(),
                    then.answerEn(),
                    then.tell(),
                    then.byRule());
        }

        Actions actions() {
            return new Actions(
                    priority, status, team, assignee, addTags, removeTags, note, answerZh, answerEn, tell, byRule);
        }
    }

    Set<String> customerNumbers() {
        return when == null || when.customers() == null ? Set.of() : Set.copyOf(when.customers());
    }

    /** Throws {@link RuleViolation} at the field that does not fit. */
    SaveRule rule(Map<String, Long> known) {
        var ids = CustomerNumbers.ids(customerNumbers(), known);
        return new SaveRule(
                name,
                Objects.requireNonNullElse(nameEn, name),
                Objects.requireNonNullElse(position, MIDDLE),
                new RuleTerms(
                        occasion, waitMinutes, when == null ? Conditions.NONE : when.conditions(ids), then.actions()));
    }
}
