package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the macros: agents the own ones, teams theirs, managers and administrators everybody's. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ADMIN})
public class Macros {

    private final MacroRepository macros;
    private final ReplyTemplateQueries templates;
    private final TicketStatuses statuses;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Throws {@link RuleViolation} at the field that does not fit.
     *
     * @return its id
     */
    public long write(Viewer viewer, SaveMacro command) {
        require(viewer, command);
        return macros.saveAndFlush(new Macro(command, Share.of(viewer, command.sharing(), command.teamId())))
                .requireId();
    }

    /** Throws {@link NotFound} for what the viewer does not see, and for what was removed. */
    public void change(Viewer viewer, long id, SaveMacro command) {
        var macro = kept(viewer, id);
        if (macro.getRemovedAt() != null) {
            throw new NotFound("macro", id);
        }
        macro.requireVersion(command.version());
        require(viewer, command);
        macro.write(command, Share.of(viewer, command.sharing(), command.teamId()));
        macros.saveAndFlush(macro);
    }

    /** Out of every list; {@link #bringBack} undoes it. */
    public void remove(Viewer viewer, long id) {
        var macro = kept(viewer, id);
        macro.remove(clock.instant());
        macros.saveAndFlush(macro);
    }

    public void bringBack(Viewer viewer, long id) {
        var macro = kept(viewer, id);
        macro.bringBack();
        macros.saveAndFlush(macro);
    }

    /** Others who run it must find the text too: what is shared says a text that is shared as widely. */
    private void require(Viewer viewer, SaveMacro command) {
        var template = command.templateId();
        if (template != null) {
            var row = templates
                    .find(viewer, template)
                    .orElseThrow(() -> new RuleViolation("aftersales.desk.unknownTemplate").at("templateId"));
            boolean reaches = command.sharing() == Sharing.OWN
                    || row.sharing() == Sharing.EVERYONE
                    || command.sharing() == Sharing.TEAM
                            && row.sharing() == Sharing.TEAM
                            && Objects.equals(row.teamId(), command.teamId());
            if (!reaches) {
                throw new RuleViolation("aftersales.desk.templateNotShared").at("templateId");
            }
        }
        var status = command.status();
        if (status != null && !status.isBlank()) {
            statuses.require(status);
            if (status.equals(TicketStatus.MERGED) || status.equals(TicketStatus.NEW)) {
                throw new RuleViolation("aftersales.ticket.unknownStatus", status).at("status");
            }
        }
        requireThere("foundation.team where active and id", command.toTeamId(), "toTeamId", "unknownTeam");
        requireThere(
                "foundation.app_user where active and contact_id is null and id",
                command.toUserId(),
                "toUserId",
                "unknownColleague");
    }

    private void requireThere(String what, @Nullable Long id, String field, String refusal) {
        if (id != null
                && !jdbc.sql("select exists (select 1 from " + what + " = ?)")
                        .param(id)
                        .query(Boolean.class)
                        .single()) {
            throw new RuleViolation("aftersales.ticket." + refusal).at(field);
        }
    }

    private Macro kept(Viewer viewer, long id) {
        var macro = macros.findById(id).orElseThrow(() -> new NotFound("macro", id));
        macro.share().requireKeeper(viewer, id);
        return macro;
    }
}
