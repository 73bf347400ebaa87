package io.throughline.foundation.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads the live {@link Viewer} of a signed-in user, one statement a request, so that lost rights are lost at once. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(anyone = true)
public class Viewers {

    private final JdbcClient jdbc;
    private final PortalIdentity portal;

    /** Empty when the user is unknown or deactivated. */
    public Optional<Viewer> load(UserId id) {
        return jdbc.sql("""
                        select u.id, u.login, u.name, u.locale, u.zone, u.contact_id,
                               array(select r.role from foundation.user_role r where r.user_id = u.id) as roles,
                               array(select m.team_id from foundation.team_member m where m.user_id = u.id) as teams,
                               u.totp_secret is null and exists (
                                   select 1 from foundation.user_role r
                                     join foundation.second_factor_role f on f.role = r.role
                                    where r.user_id = u.id) as second_factor_owed
                          from foundation.app_user u
                         where u.id = ? and u.active
                        """).param(id.value()).query((row, n) -> viewer(row)).optional();
    }

    private Viewer viewer(ResultSet row) throws SQLException {
        var contactId = row.getObject("contact_id", Long.class);
        var contact = contactId == null ? null : portal.of(contactId).orElse(null);
        var roles = EnumSet.noneOf(Role.class);
        for (var role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        return new Viewer(
                new UserId(row.getLong("id")),
                row.getString("login"),
                row.getString("name"),
                roles,
                Set.of((Long[]) row.getArray("teams").getArray()),
                contact == null ? null : contact.customerId(),
                contact == null ? null : contactId,
                contact != null && contact.manager(),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("second_factor_owed"));
    }
}
