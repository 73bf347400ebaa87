package io.throughline.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
@Import(Statements.class)
class InboxStatementTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksTheSameNumberOfStatementsForManyRowsAsForFew() {
        var reader = as.create(Role.ADMIN);
        fill(reader, 0, 2);
        page("/inbox", reader);
        page("/admin/jobs", reader);
        page("/admin/outbox", reader);
        int inbox = page("/inbox", reader);
        int jobs = page("/admin/jobs", reader);
        int outbox = page("/admin/outbox", reader);

        fill(reader, 2, 25);

        assertThat(page("/inbox", reader)).isEqualTo(inbox).isBetween(3, 10);
        assertThat(page("/admin/jobs", reader)).isEqualTo(jobs).isBetween(2, 10);
        assertThat(page("/admin/outbox", reader)).isEqualTo(outbox).isBetween(2, 10);
    }

    @Test
    void tellsManyPeopleWithAsManyStatementsAsOne() {
        var people = IntStream.range(0, 12)
                .mapToObj(i -> as.create(Role.SUPPORT_AGENT).id())
                .toList();

        int one = Statements.during(() -> tell(people.subList(0, 1), 500)).size();
        int many = Statements.during(() -> tell(people, 501)).size();

        assertThat(many).isEqualTo(one).isBetween(1, 3);
    }

    private int page(String address, Viewer viewer) {
        return Statements.during(() ->
                        assertThat(mvc.get().uri(address).with(as.user(viewer))).hasStatusOk())
                .size();
    }

    private void fill(Viewer reader, int from, int to) {
        for (int i = from; i < to; i++) {
            tell(List.of(reader.id()), i);
            jdbc.sql("""
                            insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at)
                            values (?, 'test.import', '{}', 'DONE', ?, '测试', now())
                            """).params(900 + i, reader.id().value()).update();
            jdbc.sql("""
                            insert into foundation.outbox_mail (recipient, template, locale, data, message_id, created_at, next_at, state)
                            values ('x@example.com', 'notices', 'en', '{}', ?, now(), now(), 'PENDING')
                            """).param("<" + i + "@test>").update();
        }
    }

    private void tell(List<io.throughline.foundation.people.UserId> people, long record) {
        notifications.notify(
                people,
                new SubjectRef("SAMPLE", record),
                "foundation.notification.notice.commented",
                Map.of("excerpt", "好", "label", "记录 " + record, "path", "/records/" + record));
    }
}
