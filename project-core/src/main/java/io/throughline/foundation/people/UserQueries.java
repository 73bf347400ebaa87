package io.throughline.foundation.people;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users as administrators see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class UserQueries {

    private static final String COLUMNS = """
            u.id, u.login, u.name, u.email, u.mobile, u.active, u.password_hash is null as invited,
            u.totp_secret is not null as second_factor, u.last_sign_in_at,
            (select count(*) from foundation.sign_in_failure f
              where f.kind = 'name' and f.value = lower(u.login) and f.at > :since) >= :free as locked,
            array(select r.role from foundation.user_role r where r.user_id = u.id order by r.role) as roles
            """;

    private static final String FILTER = """
            (:text = '' or position(:text in lower(u.name)) > 0 or position(:text in lower(u.login)) > 0
                        or position(:text in lower(coalesce(u.email, ''))) > 0 or position(:text in coalesce(u.mobile, '')) > 0)
            and (:role = '' or exists (select 1 from foundation.user_role r where r.user_id = u.id and r.role = :role))
            and (:team = 0 or exists (select 1 from foundation.team_member m where m.user_id = u.id and m.team_id = :team))
            and (:active = '' or u.active = (:active = 'true'))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** By sign-in name. */
    public Page<UserRow> page(Viewer viewer, UserFilter filter, PageRequest request) {
        @Nullable Cursor cursor = request.cursor();
        var back = request.backwards();
        var sql = "select " + COLUMNS + " from foundation.app_user u where " + FILTER
                + (cursor == null ? "" : " and lower(u.login) " + (back ? "<" : ">") + " :login")
                + " order by lower(u.login) " + (back ? "desc" : "asc") + " limit :size";
        var rows = filtered(sql, filter)
                .param("login", cursor == null ? "" : cursor.value(0))
                .param("size", request.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(rows, request, row -> Cursor.of(row.login().toLowerCase(Locale.ROOT)));
    }

    /** Up to 1 001. */
    public int count(Viewer viewer, UserFilter filter) {
        return filtered(
                        "select count(*) from (select 1 from foundation.app_user u where " + FILTER
                                + " limit 1001) as counted",
                        filter)
                .query(Integer.class)
                .single();
    }

    /** Throws {@link NotFound} for an unknown sign-in name. */
    public UserDetail require(Viewer viewer, String login) {
        return jdbc.sql("select " + COLUMNS + """
                             , u.version, u.contact_id, u.locale, u.zone, u.password_changed_at, u.created_at,
                               array(select m.team_id from foundation.team_member m where m.user_id = u.id) as teams,
                               (select count(*) from foundation.api_token t
                                 where t.user_id = u.id and t.expires_at > :now) as tokens,
                               (select count(*) from foundation.spring_session s
                                 where s.principal_name = u.login and s.expiry_time > :millis) as sessions
                          from foundation.app_user u where lower(u.login) = :login
                        """)
                .param("since", since())
                .param("free", SignIns.FREE_TRIES)
                .param("now", Timestamp.from(clock.instant()))
                .param("millis", clock.millis())
                .param("login", login.toLowerCase(Locale.ROOT))
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("user", login));
    }

    private JdbcClient.StatementSpec filtered(String sql, UserFilter filter) {
        var text = filter.text();
        var role = filter.role();
        var active = filter.active();
        return jdbc.sql(sql)
                .param("text", text == null ? "" : text.trim().toLowerCase(Locale.ROOT))
                .param("role", role == null ? "" : role.name())
                .param("team", filter.team() == null ? 0L : filter.team())
                .param("active", active == null ? "" : active.toString())
                .param("since", since())
                .param("free", SignIns.FREE_TRIES);
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(SignIns.WINDOW));
    }

    private static UserRow row(ResultSet row) throws SQLException {
        return new UserRow(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("email"),
                row.getString("mobile"),
                row.getBoolean("active"),
                row.getBoolean("invited"),
                row.getBoolean("locked"),
                row.getBoolean("second_factor"),
                instant(row, "last_sign_in_at"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .sorted()
                        .toList());
    }

    private static UserDetail detail(ResultSet row) throws SQLException {
        return new UserDetail(
                row(row),
                row.getInt("version"),
                row.getObject("contact_id", Long.class),
                row.getString("locale"),
                row.getString("zone"),
                instant(row, "password_changed_at"),
                row.getTimestamp("created_at").toInstant(),
                Set.of((Long[]) row.getArray("teams").getArray()),
                row.getInt("tokens"),
                row.getInt("sessions"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
