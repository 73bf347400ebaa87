package io.throughline.journey;

import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.web.security.DemoSignIns;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the demo company; all sign in with the same password. */
final class People {

    static final String PASSWORD = "throughline";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private People() {}

    /** Those the sign-in page offers. */
    static List<String> offered() {
        return RunningApplication.bean(DemoSignIns.class).names();
    }

    static Viewer viewer(String login) {
        var id = RunningApplication.bean(JdbcClient.class)
                .sql("select id from foundation.app_user where login = ?")
                .param(login)
                .query(Long.class)
                .single();
        return RunningApplication.bean(Viewers.class).load(new UserId(id)).orElseThrow();
    }

    /** The language is a setting of the person, not of the browser. */
    static void prefer(String login, Lang lang) {
        RunningApplication.bean(Users.class).prefer(viewer(login), lang.locale(), CHINA, "system", true);
    }
}
