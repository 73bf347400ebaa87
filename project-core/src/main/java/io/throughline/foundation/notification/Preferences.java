package io.throughline.foundation.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which kinds of notices a person wants, and where. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Preferences {

    private final JdbcClient jdbc;
    private final NoticeKinds kinds;

    /** The kinds this viewer can get at all, with the own choice or the default. */
    @Transactional(readOnly = true)
    public NoticePreferences of(Viewer viewer) {
        var chosen = jdbc
                .sql("select kind, in_app, mail from foundation.notice_preference where user_id = ?")
                .param(viewer.id().value())
                .query((row, n) -> new NoticeChoice(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .list()
                .stream()
                .collect(toMap(NoticeChoice::kind, identity()));
        var choices = kindsFor(viewer).stream()
                .map(kind -> chosen.getOrDefault(kind.code(), new NoticeChoice(kind.code(), kind.inApp(), kind.mail())))
                .toList();
        return new NoticePreferences(choices, digest(viewer));
    }

    /** Replaces the choice for every kind the viewer can get; unknown codes are ignored. */
    public void choose(Viewer viewer, ChooseNotices command) {
        var codes = kindsFor(viewer).stream().map(NoticeKind::code).toArray(String[]::new);
        jdbc.sql("""
                        insert into foundation.notice_preference (user_id, kind, in_app, mail)
                        select :user, kind, kind = any(:inApp), kind = any(:mail) from unnest(:kinds) as kind
                        on conflict (user_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail
                        """)
                .param("user", viewer.id().value())
                .param("kinds", codes)
                .param("inApp", command.inApp().toArray(String[]::new))
                .param("mail", command.mail().toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into foundation.notice_setting (user_id, digest) values (?, ?)
                        on conflict (user_id) do update set digest = excluded.digest
                        """).params(viewer.id().value(), command.digest().name()).update();
    }

    private List<NoticeKind> kindsFor(Viewer viewer) {
        return kinds.all().stream()
                .filter(kind -> viewer.isStaff() || kind.forCustomers())
                .toList();
    }

    private Digest digest(Viewer viewer) {
        return jdbc.sql("select digest from foundation.notice_setting where user_id = ?")
                .param(viewer.id().value())
                .query(String.class)
                .optional()
                .map(Digest::valueOf)
                .orElse(Digest.SOON);
    }
}
