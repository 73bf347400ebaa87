package io.throughline.aftersales.assignment;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who take no tickets from the rules for the moment; managers say so for others. What they have stays theirs. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.TRAINER})
public class AgentPauses {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Said again it replaces what was said. Throws {@link NotFound} for an unknown colleague, {@link NotAllowed} for another's
     * pause and {@link RuleViolation} at {@code until} for a time that is over.
     */
    public void pause(Viewer viewer, String login, PauseTickets command) {
        var now = clock.instant();
        var until = command.until();
        if (until != null && !until.isAfter(now)) {
            throw new RuleViolation("aftersales.assignment.pauseOver").at("until");
        }
        var reason = command.reason();
        jdbc.sql("""
                        insert into aftersales.agent_pause (user_id, since, until, reason)
                        values (:user, :now, :until, :reason)
                        on conflict (user_id) do update
                           set since = excluded.since, until = excluded.until, reason = excluded.reason
                        """)
                .param("user", colleague(viewer, login))
                .param("now", Timestamp.from(now))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("reason", reason == null || reason.isBlank() ? null : reason.strip())
                .update();
    }

    /** Takes tickets again. */
    public void resume(Viewer viewer, String login) {
        jdbc.sql("delete from aftersales.agent_pause where user_id = ?")
                .param(colleague(viewer, login))
                .update();
    }

    private long colleague(Viewer viewer, String login) {
        if (login.equals(viewer.login())) {
            return viewer.id().value();
        }
        if (!viewer.has(Role.MANAGER)) {
            throw new NotAllowed("pause of another");
        }
        return jdbc.sql("select id from foundation.app_user where login = ? and active and contact_id is null")
                .param(login)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("colleague", login));
    }
}
