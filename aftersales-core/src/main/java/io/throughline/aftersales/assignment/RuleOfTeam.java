package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.RoutableTicket;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A team and its rule.
 *
 * @param id of the rule; it and the version are null where the team has none, as everything that follows then says nothing
 */
public record RuleOfTeam(
        long teamId,
        String teamZh,
        String teamEn,
        @Nullable Long id,
        @Nullable Integer version,
        AssignmentStrategy strategy,
        boolean automatic,
        boolean onDutyOnly,
        boolean skillsRequired,
        @Nullable Integer mostOpen,
        @Nullable Long calendarId,
        @Nullable String calendarZh,
        @Nullable String calendarEn,
        List<SkillNeed> needs) {

    public RuleOfTeam {
        needs = List.copyOf(needs);
    }

    public boolean isThere() {
        return version != null;
    }

    public String team(Locale locale) {
        return locale.getLanguage().equals("zh") ? teamZh : teamEn;
    }

    public @Nullable String calendar(Locale locale) {
        return locale.getLanguage().equals("zh") ? calendarZh : calendarEn;
    }

    List<SkillNeed> needsOf(RoutableTicket ticket) {
        return needs.stream().filter(need -> need.isAbout(ticket)).toList();
    }
}
