package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.assignment.AssignmentReason;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.activity.Markdown;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says statuses, names and timeline entries in the reader's language, as {@code ${@ticketWords}} in templates too. */
@Component("ticketWords")
@RequiredArgsConstructor
public class TicketWords {

    private static final String CHANGED = "aftersales.ticket.changed.";
    private static final Set<String> YES_OR_NO = Set.of("ESCALATED", "COMPLAINT", "WORKAROUND");

    private static final Set<String> BATCHES = Set.of("MACRO", "BULK", "UNDONE");

    private final Words words;
    private final Formats formats;
    private final TicketStatuses statuses;
    private final Clock clock;

    public String status(TicketStatus status) {
        return status.builtIn()
                ? words.of("TicketStatus", status.code())
                : status.name(LocaleContextHolder.getLocale());
    }

    /** The name of a status known by its code, retired ones by the code itself. */
    public String statusName(String code) {
        return statuses.all().stream()
                .filter(status -> status.code().equals(code))
                .findFirst()
                .map(this::status)
                .orElse(code);
    }

    /** In the words customers use for it. */
    public String plainStatus(TicketStatus status) {
        return status.builtIn()
                ? words.text("portal.ticket.status." + status.code())
                : words.text("portal.ticket.category." + status.category());
    }

    /** How much time is left until the due time, or by how much it is over. */
    public String left(Instant due) {
        var left = Duration.between(clock.instant(), due);
        return words.text(
                left.isNegative() ? "aftersales.ticket.overBy" : "aftersales.ticket.left", formats.duration(left));
    }

    public String name(@Nullable String zh, @Nullable String en) {
        var name = LocaleContextHolder.getLocale().getLanguage().equals("zh") ? zh : en;
        return name == null ? "" : name;
    }

    public List<Option> options(List<TicketStatus> choices) {
        return choices.stream()
                .map(status -> new Option(status.code(), status(status)))
                .toList();
    }

    /** The timeline ready to print; entries of one person at one moment stay apart. */
    public List<TicketLine> lines(List<TicketEntry> entries, boolean staff) {
        var known = statuses.all().stream().collect(Collectors.toMap(TicketStatus::code, Function.identity()));
        var lines = new ArrayList<TicketLine>();
        for (int i = 0; i < entries.size(); ) {
            int end = together(entries, i);
            var group = entries.subList(i, end);
            lines.add(group.size() == 1 ? line(group.get(0), known, staff) : folded(group, known));
            i = end;
        }
        return lines;
    }

    /** Where the group that begins here ends: what was done at one moment under one name is one line. */
    private static int together(List<TicketEntry> entries, int from) {
        var first = entries.get(from);
        int end = from + 1;
        while (!first.isMessage()
                && end < entries.size()
                && !entries.get(end).isMessage()
                && entries.get(end).at().equals(first.at())
                && entries.get(end).author().equals(first.author())) {
            end++;
        }
        boolean named = entries.subList(from, end).stream().anyMatch(entry -> BATCHES.contains(entry.what()));
        return named ? end : from + 1;
    }

    private TicketLine folded(List<TicketEntry> group, Map<String, TicketStatus> known) {
        var head = group.stream()
                .filter(entry -> BATCHES.contains(entry.what()))
                .findFirst()
                .orElseThrow();
        var steps = group.stream()
                .filter(entry -> !BATCHES.contains(entry.what()))
                .map(entry -> line(entry, known, true).text())
                .collect(Collectors.joining(words.text(CHANGED + "and")));
        return new TicketLine(head, "", words.text(CHANGED + "together", change(head), steps), icon(head));
    }

    private TicketLine line(TicketEntry entry, Map<String, TicketStatus> known, boolean staff) {
        if (entry.isMessage()) {
            var body = String.valueOf(entry.body());
            return new TicketLine(entry, entry.markdown() ? Markdown.html(body) : MailHtml.of(body, words), "", "");
        }
        if (entry.isStatus()) {
            return new TicketLine(entry, "", step(entry, known, staff), icon(entry));
        }
        return new TicketLine(entry, "", change(entry), icon(entry));
    }

    private String step(TicketEntry entry, Map<String, TicketStatus> known, boolean staff) {
        var to = known.get(entry.to());
        var word = to == null ? String.valueOf(entry.to()) : staff ? status(to) : plainStatus(to);
        var line = words.text(staff ? "aftersales.ticket.moved" : "portal.ticket.step", word);
        return entry.reason() == null ? line : words.text("aftersales.ticket.movedBecause", line, entry.reason());
    }

    private String change(TicketEntry entry) {
        if (YES_OR_NO.contains(entry.what())) {
            return words.text(CHANGED + entry.what() + "." + entry.to());
        }
        if (entry.what().equals("COMPLAINT_STEP")) {
            return words.text(CHANGED + entry.what(), words.of("ComplaintStep", String.valueOf(entry.to())));
        }
        if (entry.what().equals("DIAGNOSIS_STEP")) {
            return words.text(CHANGED + entry.what(), words.of("DiagnosisStep", String.valueOf(entry.to())));
        }
        if (BATCHES.contains(entry.what())) {
            return words.text(CHANGED + entry.what(), String.valueOf(entry.to()));
        }
        if (entry.what().equals("LEVEL")) {
            return level(String.valueOf(entry.to()).split(" "));
        }
        if (entry.what().equals("ROUTED")) {
            return words.text(CHANGED + "ROUTED", reason(AssignmentReason.read(String.valueOf(entry.to()))));
        }
        if (entry.what().equals("RULE")) {
            return words.text(CHANGED + "RULE", name(entry.to(), entry.from()));
        }
        var from = value(entry.what(), entry.from());
        var to = value(entry.what(), entry.to());
        if (to.isEmpty()) {
            return words.text(CHANGED + "removed", words.text(CHANGED + entry.what()), from);
        }
        return from.isEmpty()
                ? words.text(CHANGED + "set", words.text(CHANGED + entry.what()), to)
                : words.text(CHANGED + "changed", words.text(CHANGED + entry.what()), from, to);
    }

    /** Clock, number and true time of a level of escalation. */
    private String level(String[] said) {
        return words.text(
                CHANGED + "LEVEL", said[1], words.of("ClockType", said[0]), formats.dateTime(Instant.parse(said[2])));
    }

    /** Why a rule of assignment chose somebody: "fewest open, 3 open, on duty till 18:00, PLC 4". */
    public String reason(AssignmentReason reason) {
        var said = new ArrayList<String>();
        said.add(words.of(reason.strategy()));
        said.add(words.text("aftersales.assignment.open", reason.open()));
        if (reason.until() != null) {
            said.add(words.text("aftersales.assignment.onDutyUntil", formats.time(reason.until())));
        }
        said.addAll(reason.skills());
        return String.join(words.text("aftersales.assignment.and"), said);
    }

    private String value(String field, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return switch (field) {
            case "KIND" -> words.of("TicketKind", value);
            case "PRIORITY" -> words.of("Priority", value);
            case "DUE" -> formats.dateTime(Instant.parse(value));
            default -> value;
        };
    }

    private static String icon(TicketEntry entry) {
        return switch (entry.what()) {
            case "STATUS" -> "arrow-repeat";
            case "ASSIGNEE", "TEAM", "ROUTED" -> "person-check";
            case "PRIORITY", "ESCALATED", "LEVEL" -> "chevron-double-up";
            case "RULE" -> "activity";
            case "TAGS" -> "tag";
            case "COMPLAINT_STEP" -> "chat-left-text";
            case "DIAGNOSIS_STEP" -> "activity";
            case "MACRO" -> "play-fill";
            case "BULK" -> "list-check";
            case "UNDONE" -> "arrow-counterclockwise";
            case "MERGED", "SPLIT" -> "shuffle";
            default -> "pencil";
        };
    }

    List<Option> holdPresets() {
        return words.options(HoldPreset.values());
    }

    public List<Option> priorities() {
        return words.options(Arrays.asList(Priority.values()));
    }
}
