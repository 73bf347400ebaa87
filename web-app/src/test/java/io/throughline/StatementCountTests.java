package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page asks the database at most ten times, and as often for fifty rows as for five. */
@WebTest
@Import(Statements.class)
class StatementCountTests {

    private static final int FEW = 5;
    private static final int MANY = 50;
    private static final int MOST = 10;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketConversation conversation;

    @Autowired
    Comments comments;

    @Autowired
    Notifications notifications;

    private Viewer everything;
    private Viewer asker;
    private String ticket;
    private String firm;
    private long firmId;

    @BeforeEach
    void aTicketAndItsPeople() {
        everything = as.create(Arrays.stream(Role.values())
                .filter(role -> role != Role.CUSTOMER)
                .toArray(Role[]::new));
        firmId = companies.customer();
        firm = jdbc.sql("select number from foundation.customer where id = ?")
                .param(firmId)
                .query(String.class)
                .single();
        asker = as.contact(companies.contact(firmId));
        ticket = ask(0);
    }

    @Test
    void pagesOfTheCompanyAskSeldomAndAlike() {
        compare(
                everything,
                "/my",
                "/tickets?view=all",
                "/tickets?view=open&sort=priority&filter.kind=FEEDBACK",
                "/tickets/board",
                "/tickets/new",
                "/tickets/" + ticket,
                "/inbox",
                "/search?q=主轴",
                "/insights",
                "/insights/kpis/backlog",
                "/insights/kpis/csat",
                "/insights/service",
                "/surveys",
                "/surveys/SV-1",
                "/surveys/SV-1/answers",
                "/surveys/follow-ups",
                "/customers",
                "/customers/" + firm,
                "/customers/" + firm + "/edit",
                "/account",
                "/account/sessions",
                "/account/tokens",
                "/admin/users",
                "/admin/teams",
                "/admin/roles",
                "/jobs",
                "/admin/jobs",
                "/admin/outbox",
                "/admin/audit",
                "/admin/calendars");
    }

    @Test
    void callsOfProgramsAskSeldomAndAlike() {
        compare(
                everything,
                "/api/v1/tickets",
                "/api/v1/tickets/" + ticket,
                "/api/v1/tickets/" + ticket + "/messages",
                "/api/v1/customers",
                "/api/v1/customers/" + firm,
                "/api/v1/kpis?id=backlog&id=csat",
                "/api/v1/kpis/backlog/rows",
                "/api/v1/inbox",
                "/api/v1/inbox/count",
                "/api/v1/calendars");
    }

    @Test
    void pagesOfTheCustomerAskSeldomAndAlike() {
        compare(asker, "/portal", "/portal/tickets", "/portal/tickets/" + ticket, "/portal/tickets/new");
    }

    private void compare(Viewer viewer, String... addresses) {
        fill(0, FEW);
        Arrays.stream(addresses).forEach(address -> statements(address, viewer));
        Map<String, List<String>> few = new LinkedHashMap<>();
        Arrays.stream(addresses).forEach(address -> few.put(address, statements(address, viewer)));
        fill(FEW, MANY);
        List<String> wrong = new ArrayList<>();
        few.forEach((address, before) -> {
            var after = statements(address, viewer);
            if (after.size() != before.size() || after.size() > MOST || after.isEmpty()) {
                wrong.add("%s: %d statements for %d rows, %d for %d:%n    %s"
                        .formatted(
                                address,
                                before.size(),
                                FEW,
                                after.size(),
                                MANY,
                                String.join("\n    ", after).replaceAll("[ \t]*\n[ \t]*", " ")));
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** The better of two calls: what is cached for a minute may run out during one of them. */
    private List<String> statements(String address, Viewer viewer) {
        var first = call(address, viewer);
        var second = call(address, viewer);
        return first.size() < second.size() ? first : second;
    }

    private List<String> call(String address, Viewer viewer) {
        return Statements.during(
                () -> assertThat(mvc.get().uri(address).with(as.user(viewer))).hasStatusOk());
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            ask(i + 1);
            companies.customer();
            conversation.add(
                    everything,
                    ticket,
                    new AddMessage("请提供温度曲线 " + i, Visibility.PUBLIC, null, null, null, null, null, null, null),
                    Channel.API);
            comments.add(everything, new SubjectRef("CUSTOMER", firmId), new AddComment("回访 " + i));
            notifications.notify(
                    List.of(everything.id()),
                    new SubjectRef("SAMPLE", i),
                    "foundation.notification.notice.commented",
                    Map.of("excerpt", "好", "label", "记录 " + i, "path", "/records/" + i));
            jdbc.sql("""
                            insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at)
                            values (?, 'test.import', '{}', 'DONE', ?, '测试', now())
                            """).params(900_000 + i, everything.id().value()).update();
            jdbc.sql("""
                            insert into foundation.outbox_mail (recipient, template, locale, data, message_id, created_at, next_at, state)
                            values ('x@example.com', 'notices', 'en', '{}', ?, now(), now(), 'PENDING')
                            """).param("<count" + i + "@test>").update();
        }
        entities.flush();
        entities.clear();
    }

    private String ask(int i) {
        var number = portal.ask(asker, new AskForHelp(null, "主轴异响 " + i, "开机后有异响", null, null))
                .number();
        entities.flush();
        return number;
    }
}
