package io.throughline.web.customer;

import io.throughline.aftersales.ticket.CustomerTickets;
import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerSubject;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CustomerProjects;
import io.throughline.project.schedule.CustomerMilestones;
import io.throughline.web.shell.Sentences;
import io.throughline.web.shell.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happened at a customer, on both sides of the house, newest first: notes and deeds on the record, tickets opened
 * and resolved, gates decided and milestones reached.
 *
 * <p>Each owner answers for its part with the newest of a page's size before the cursor; the newest of all of them make
 * the page, so the number of statements does not depend on what is shown.
 */
@Component
@RequiredArgsConstructor
class CustomerTimeline {

    private static final int SIZE = 30;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final ActivityQueries activity;
    private final AttachmentQueries attachments;
    private final Watchers watchers;
    private final CustomerTickets tickets;
    private final CustomerProjects projects;
    private final CustomerMilestones milestones;
    private final Words words;
    private final Sentences sentences;

    /** What a reader may choose between. */
    enum Kind {
        ACTIVITY,
        TICKET,
        PROJECT
    }

    /** Throws {@link RuleViolation} for a word nobody knows; null and blank mean everything. */
    static Set<Kind> kind(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return EnumSet.allOf(Kind.class);
        }
        try {
            return EnumSet.of(Kind.valueOf(word));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", "filter.kind").at("filter.kind");
        }
    }

    /** For a customer already let in to. */
    History history(Viewer viewer, CustomerId customer, Set<Kind> kinds, @Nullable String after) {
        var seen = new SeenSubject(CustomerSubject.of(customer));
        var cursor = Cursor.decode(after);
        var before = cursor == null ? END_OF_TIME : at(cursor);
        var beforeId = cursor == null ? Long.MAX_VALUE : cursor.id();
        var lines = new ArrayList<CustomerLine>();
        boolean watching;
        if (kinds.contains(Kind.ACTIVITY)) {
            var own = activity.watched(viewer, seen, new PageRequest(cursor, null, SIZE + 1));
            lines.addAll(activity(viewer, seen, own.lines().rows()));
            watching = own.watching();
        } else {
            watching = watchers.isWatching(viewer, seen.ref());
        }
        if (kinds.contains(Kind.TICKET)) {
            tickets.events(viewer, customer, before, beforeId, SIZE + 1).forEach(event -> lines.add(line(event)));
        }
        if (kinds.contains(Kind.PROJECT)) {
            projects.gates(viewer, customer, before, beforeId, SIZE + 1).forEach(event -> lines.add(line(event)));
            milestones.reached(viewer, customer, before, beforeId, SIZE + 1).forEach(event -> lines.add(line(event)));
        }
        lines.sort(Comparator.comparing(CustomerLine::at)
                .thenComparing(CustomerLine::id)
                .reversed());
        var shown = lines.stream().limit(SIZE).toList();
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        var next = last == null || lines.size() <= SIZE
                ? null
                : Cursor.of(last.at(), last.id()).encode();
        return new History(new Page<>(shown, next, null), watching);
    }

    /** @param watching whether the viewer follows the customer */
    record History(Page<CustomerLine> lines, boolean watching) {}

    private List<CustomerLine> activity(Viewer viewer, SeenSubject seen, List<TimelineEntry> entries) {
        var comments = entries.stream()
                .filter(TimelineEntry::isSaid)
                .map(TimelineEntry::id)
                .toList();
        var files = attachments.ofComments(viewer, seen, comments);
        return entries.stream()
                .map(entry -> line(entry, files.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private CustomerLine line(TimelineEntry entry, List<AttachmentRow> files) {
        var text = entry.verb() == null ? "" : sentences.text(entry.verb(), entry.data());
        return new CustomerLine(
                Kind.ACTIVITY,
                entry.at(),
                entry.id(),
                "clock-history",
                entry.actorName(),
                text,
                null,
                null,
                entry.comment(),
                entry.isInternal(),
                files);
    }

    private CustomerLine line(CustomerTickets.Event event) {
        return CustomerLine.event(
                Kind.TICKET,
                event.at(),
                event.id(),
                event.resolved() ? "check-circle" : "ticket-detailed",
                null,
                words.text("foundation.customer.event." + (event.resolved() ? "ticketResolved" : "ticketOpened")),
                "/tickets/" + event.number(),
                event.number() + " · " + event.subject());
    }

    private CustomerLine line(CustomerProjects.GateEvent event) {
        var decided = sentences.text(
                "foundation.customer.event.gate",
                Map.of(
                        "phase",
                        event.phase().name(),
                        "decision",
                        event.decision().name()));
        return CustomerLine.event(
                Kind.PROJECT,
                event.at(),
                event.id(),
                "signpost-split",
                event.by(),
                decided,
                "/projects/" + event.key(),
                event.key() + " · " + event.name());
    }

    private CustomerLine line(CustomerMilestones.Reached event) {
        return CustomerLine.event(
                Kind.PROJECT,
                event.at(),
                event.id(),
                "flag-fill",
                null,
                words.text("foundation.customer.event.milestone", event.name()),
                "/projects/" + event.key(),
                event.key() + " · " + event.project());
    }

    private static Instant at(Cursor cursor) {
        try {
            return Instant.parse(cursor.value(0));
        } catch (DateTimeParseException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }
}
