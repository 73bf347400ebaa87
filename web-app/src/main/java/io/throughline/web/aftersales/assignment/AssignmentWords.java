package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentChoice;
import io.throughline.aftersales.assignment.AssignmentReason;
import io.throughline.aftersales.assignment.Candidate;
import io.throughline.aftersales.assignment.Obstacle;
import io.throughline.aftersales.assignment.SkillNeed;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.web.aftersales.ticket.TicketWords;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says what rules choose and why, in the reader's language; as {@code ${@assignmentWords}} in templates too. */
@Component("assignmentWords")
@RequiredArgsConstructor
public class AssignmentWords {

    private static final String HERE = "aftersales.assignment.";

    private final TicketWords tickets;
    private final Words words;
    private final Formats formats;

    /** "fewest open, 3 open, on duty till 18:00, PLC 4" */
    public String reason(AssignmentReason reason) {
        return tickets.reason(reason);
    }

    /** What the rule would do, in a sentence. */
    public String verdict(AssignmentChoice choice) {
        var chosen = choice.chosen();
        if (chosen != null) {
            return words.text(HERE + "wouldGet", chosen.name());
        }
        var key = HERE + "verdict." + choice.verdict();
        return switch (choice.verdict()) {
            case NO_SKILL -> words.text(key, String.join(words.text(HERE + "and"), choice.lacking()));
            case NOBODY_ON_DUTY ->
                choice.next() == null
                        ? words.text(key)
                        : words.text(HERE + "nobodyUntil", formats.dateTime(choice.next()));
            default -> words.text(key);
        };
    }

    public String refusal(RuleViolation violation) {
        return words.text(violation.key(), violation.args());
    }

    /** When he or she is there. */
    public String duty(Candidate one) {
        if (one.onDuty()) {
            return words.text(HERE + "onDutyUntil", formats.time(one.dutyEnds()));
        }
        return one.dutyBegins() == null
                ? words.text(HERE + "offDuty")
                : words.text(HERE + "offDutyUntil", formats.dateTime(one.dutyBegins()));
    }

    /** Why he or she gets nothing; empty for who may. */
    public String obstacle(Candidate one) {
        if (one.obstacle() == null) {
            return "";
        }
        return one.obstacle() == Obstacle.SKILL
                ? words.text(HERE + "lacks", String.join(words.text(HERE + "and"), one.lacks()))
                : words.of(one.obstacle());
    }

    public String pause(Candidate one) {
        var until = one.pausedUntil() == null
                ? words.text(HERE + "paused")
                : words.text(HERE + "pausedUntil", formats.dateTime(one.pausedUntil()));
        return one.pauseReason() == null ? until : until + " · " + one.pauseReason();
    }

    /** Which tickets a skill is wanted for. */
    public String about(SkillNeed need) {
        var said = Stream.of(
                        need.kind() == null ? "" : words.of(need.kind()),
                        need.language() == null ? "" : words.of(need.language()),
                        need.word() == null ? "" : words.text(HERE + "withWord", need.word()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return said.isEmpty() ? words.text(HERE + "everyTicket") : said;
    }
}
