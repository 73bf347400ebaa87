package io.throughline.aftersales.desk;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams with which a colleague may share what the desk keeps ready. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class DeskTeams {

    private final JdbcClient jdbc;

    /** The viewer's own; a manager's and an administrator's: all. By name in the viewer's language. */
    public List<Choice> of(Viewer viewer) {
        boolean chinese = viewer.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return jdbc.sql("""
                        select id, %1$s as name from foundation.team
                         where active and (:all or id = any(:teams))
                         order by %1$s collate "zh-Hans-CN-x-icu", id
                        """.formatted(chinese ? "name_zh" : "name_en"))
                .param("all", viewer.hasAny(Role.MANAGER, Role.ADMIN))
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .query(Choice.class)
                .list();
    }

    /** A team with its name. */
    public record Choice(long id, String name) {}
}
