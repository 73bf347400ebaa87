package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a ticket: everything that is said, and of each list any one. What is empty does not narrow.
 *
 * @param statuses codes
 * @param customers ids
 * @param teams ids
 * @param unassigned only while nobody has the ticket
 * @param complaint only complaints
 * @param tags it has one of these, compared without case
 * @param withoutTags it has none of these
 * @param words one of these stands in the subject or the message, compared without case and width (ＡＢＣ is abc)
 */
public record Conditions(
        Set<TicketKind> kinds,
        Set<Priority> priorities,
        Set<String> statuses,
        Set<Channel> channels,
        Set<CustomerTier> tiers,
        Set<Long> customers,
        Set<Long> teams,
        boolean unassigned,
        boolean complaint,
        Set<String> tags,
        Set<String> withoutTags,
        Set<String> words) {

    private static final int MOST = 50;
    private static final int LONGEST_WORD = 80;

    public static final Conditions NONE =
            new Conditions(null, null, null, null, null, null, null, false, false, null, null, null);

    /** Lists that are missing are empty. Throws {@link RuleViolation} at the field for a list that is too long. */
    public Conditions(
            @Nullable Set<TicketKind> kinds,
            @Nullable Set<Priority> priorities,
            @Nullable Set<String> statuses,
            @Nullable Set<Channel> channels,
            @Nullable Set<CustomerTier> tiers,
            @Nullable Set<Long> customers,
            @Nullable Set<Long> teams,
            boolean unassigned,
            boolean complaint,
            @Nullable Set<String> tags,
            @Nullable Set<String> withoutTags,
            @Nullable Set<String> words) {
        this.kinds = copy(kinds, "kinds");
        this.priorities = copy(priorities, "priorities");
        this.statuses = copy(statuses, "statuses");
        this.channels = copy(channels, "channels");
        this.tiers = copy(tiers, "tiers");
        this.customers = copy(customers, "customers");
        this.teams = copy(teams, "teams");
        this.unassigned = unassigned;
        this.complaint = complaint;
        this.tags = clean(tags, "tags");
        this.withoutTags = clean(withoutTags, "withoutTags");
        this.words = clean(words, "words");
    }

    boolean fits(TicketFacts ticket) {
        return among(kinds, ticket.kind())
                && among(priorities, ticket.priority())
                && among(statuses, ticket.status())
                && among(channels, ticket.channel())
                && among(tiers, ticket.tier())
                && among(customers, ticket.customer())
                && among(teams, ticket.team())
                && (!unassigned || ticket.assignee() == null)
                && (!complaint || ticket.complaint())
                && fitsTags(ticket.tags())
                && fitsWords(ticket.text());
    }

    private boolean fitsTags(Collection<String> has) {
        var plain = has.stream().map(Conditions::plain).collect(Collectors.toSet());
        return (tags.isEmpty() || tags.stream().anyMatch(tag -> plain.contains(plain(tag))))
                && withoutTags.stream().noneMatch(tag -> plain.contains(plain(tag)));
    }

    private boolean fitsWords(String text) {
        if (words.isEmpty()) {
            return true;
        }
        var plain = plain(text);
        return words.stream().anyMatch(word -> plain.contains(plain(word)));
    }

    private static <T> boolean among(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> clean(@Nullable Set<String> values, String field) {
        var clean = values == null
                ? Set.<String>of()
                : values.stream()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
        if (clean.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            throw new RuleViolation("aftersales.automation.wordTooLong", LONGEST_WORD).at(field);
        }
        return copy(clean, field);
    }

    private static <T extends Comparable<T>> Set<T> copy(@Nullable Set<T> values, String field) {
        if (values == null) {
            return Set.of();
        }
        if (values.size() > MOST) {
            throw new RuleViolation("aftersales.automation.tooMany", MOST).at(field);
        }
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
