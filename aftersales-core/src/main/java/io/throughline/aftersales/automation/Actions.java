package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.model.RuleViolation;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does to a ticket. Refuses ({@link RuleViolation}, at the field) one that does nothing.
 *
 * @param priority the new one; null leaves it
 * @param status code of the new one; the course must lead there when the rule runs
 * @param team id of the team that gets it; null leaves it
 * @param assignee id of who gets it; null leaves it
 * @param note internal note
 * @param answerZh public automatic answer to a customer who reads Chinese; it stops no clock (service rule 6)
 * @param answerEn the same for one who reads English
 * @param tell whom to notify
 * @param byRule whether it is given to somebody by the rule of assignment of its team, in a moment; null says no
 */
public record Actions(
        @Nullable Priority priority,
        @Nullable String status,
        @Nullable Long team,
        @Nullable Long assignee,
        Set<String> addTags,
        Set<String> removeTags,
        @Nullable String note,
        @Nullable String answerZh,
        @Nullable String answerEn,
        Set<TicketListener> tell,
        @Nullable Boolean byRule) {

    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_TAGS = 20;

    public Actions(
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
        this.priority = priority;
        this.status = text(status, "status");
        this.team = team;
        this.assignee = assignee;
        this.addTags = tags(addTags, "addTags");
        this.removeTags = tags(removeTags, "removeTags");
        this.note = text(note, "note");
        this.answerZh = text(answerZh, "answerZh");
        this.answerEn = text(answerEn, "answerEn");
        this.tell = tell == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(tell));
        this.byRule = Boolean.TRUE.equals(byRule) ? true : null;
        if (this.byRule != null && assignee != null) {
            throw new RuleViolation("aftersales.automation.byRuleOrPerson").at("byRule");
        }
        if ((this.answerZh == null) != (this.answerEn == null)) {
            throw new RuleViolation("aftersales.automation.bothLanguages")
                    .at(this.answerZh == null ? "answerZh" : "answerEn");
        }
        if (!changesTicket() && !assignsByRule() && this.tell.isEmpty()) {
            throw new RuleViolation("aftersales.automation.doesNothing").at("priority");
        }
    }

    /** Without assignment by the team's rule. */
    public Actions(
            @Nullable Priority priority,
            @Nullable String status,
            @Nullable Long team,
            @Nullable Long assignee,
            @Nullable Set<String> addTags,
            @Nullable Set<String> removeTags,
            @Nullable String note,
            @Nullable String answerZh,
            @Nullable String answerEn,
            @Nullable Set<TicketListener> tell) {
        this(priority, status, team, assignee, addTags, removeTags, note, answerZh, answerEn, tell, null);
    }

    boolean assignsByRule() {
        return byRule != null;
    }

    boolean changesTicket() {
        return priority != null
                || status != null
                || team != null
                || assignee != null
                || !addTags.isEmpty()
                || !removeTags.isEmpty()
                || note != null
                || answerZh != null;
    }

    private static @Nullable String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT) {
            throw new RuleViolation("aftersales.automation.textTooLong", LONGEST_TEXT).at(field);
        }
        return value.strip();
    }

    private static Set<String> tags(@Nullable Set<String> values, String field) {
        var clean = values == null
                ? new TreeSet<String>()
                : values.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (clean.size() > MOST_TAGS) {
            throw new RuleViolation("aftersales.automation.tooMany", MOST_TAGS).at(field);
        }
        if (clean.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new RuleViolation("aftersales.automation.wordTooLong", LONGEST_TAG).at(field);
        }
        return Collections.unmodifiableSet(clean);
    }
}
