package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams and who belongs to them; a company has few, so the list is whole. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class TeamQueries {

    private final JdbcClient jdbc;

    /** A team by its name, for choosing one. */
    public record TeamName(long id, String nameZh, String nameEn) {}

    /** The teams there are, in their order of making. */
    @Allow(staff = true)
    public List<TeamName> names(Viewer viewer) {
        return jdbc.sql("select id, name_zh, name_en from foundation.team where active order by id")
                .query((row, n) -> new TeamName(row.getLong("id"), row.getString("name_zh"), row.getString("name_en")))
                .list();
    }

    public List<TeamRow> all(Viewer viewer) {
        return jdbc.sql("""
                        select t.id, t.name_zh, t.name_en, t.active, t.version,
                               array(select u.name from foundation.team_member m
                                       join foundation.app_user u on u.id = m.user_id
                                      where m.team_id = t.id order by u.name, u.id) as names,
                               array(select m.user_id from foundation.team_member m where m.team_id = t.id) as ids
                          from foundation.team t order by t.active desc, t.name_zh, t.id
                        """).query((row, n) -> row(row)).list();
    }

    public TeamRow require(Viewer viewer, TeamId id) {
        return all(viewer).stream()
                .filter(team -> team.id() == id.value())
                .findFirst()
                .orElseThrow(() -> new NotFound("team", id.value()));
    }

    /**
     * Active people of the company who can belong to a team.
     *
     * @param team those who belong to it are among them, active or not; null for none
     */
    public List<Candidate> candidates(Viewer viewer, @Nullable TeamId team) {
        return jdbc.sql("""
                        select u.id, u.login, u.name from foundation.app_user u
                         where (u.active or exists (select 1 from foundation.team_member m
                                                     where m.user_id = u.id and m.team_id = :team))
                           and not exists (select 1 from foundation.user_role r
                                                         where r.user_id = u.id and r.role = 'CUSTOMER')
                         order by u.name, u.id limit 2000
                        """)
                .param("team", team == null ? 0L : team.value())
                .query((row, n) -> new Candidate(row.getLong("id"), row.getString("login"), row.getString("name")))
                .list();
    }

    private static TeamRow row(ResultSet row) throws SQLException {
        return new TeamRow(
                row.getLong("id"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getBoolean("active"),
                row.getInt("version"),
                List.of((String[]) row.getArray("names").getArray()),
                List.of((Long[]) row.getArray("ids").getArray()));
    }

    /** A team with the names and ids of its members. */
    public record TeamRow(
            long id,
            String nameZh,
            String nameEn,
            boolean active,
            int version,
            List<String> members,
            List<Long> memberIds) {}

    /** Somebody who can be chosen as a member. */
    public record Candidate(long id, String login, String name) {}
}
