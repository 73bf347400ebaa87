package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on projects that wait for the viewer. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class WaitingQueries {

    private final JdbcClient jdbc;

    /** Waivers asked for and not decided; only managers decide them, so nobody else has any. Oldest first. */
    public List<WaitingWaiver> waivers(Viewer viewer, int limit) {
        if (!viewer.has(Role.MANAGER)) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.key, p.name as project, w.phase, w.reason, w.created_at as since
                          from project.gate_waiver w join project.project p on p.id = w.project_id
                         where w.status = 'REQUESTED' and p.status = 'ACTIVE'
                         order by w.created_at, w.id limit ?
                        """).param(limit).query(WaitingWaiver.class).list();
    }

    /** A waiver that waits for a decision. */
    public record WaitingWaiver(String key, String project, Phase phase, String reason, Instant since) {

        public String path() {
            return "/projects/" + key + "/gates/" + phase.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
