package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.RoutableTicket;
import io.throughline.aftersales.ticket.TicketKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tickets like these want somebody who can do this; a condition that is null narrows nothing.
 *
 * @param word in the subject, or in the name of the deliverable or project the ticket is about
 * @param level at least, from 1 (beginner) to 5 (master)
 */
@Embeddable
public record SkillNeed(
        @Nullable @Enumerated(EnumType.STRING) TicketKind kind,
        @Nullable @Enumerated(EnumType.STRING) TicketLanguage language,
        @Nullable @Size(max = 80) String word,
        @NotBlank @Size(max = 80) String skill,
        @NotNull @Min(1) @Max(5) Integer level) {

    public SkillNeed {
        word = word == null || word.isBlank() ? null : word.strip();
        skill = skill == null ? "" : skill.strip();
    }

    boolean isAbout(RoutableTicket ticket) {
        return (kind == null || kind == ticket.kind())
                && (language == null || language == TicketLanguage.of(ticket.subject()))
                && (word == null || said(ticket).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String said(RoutableTicket ticket) {
        return (ticket.subject() + "\n" + ticket.about()).toLowerCase(Locale.ROOT);
    }
}
