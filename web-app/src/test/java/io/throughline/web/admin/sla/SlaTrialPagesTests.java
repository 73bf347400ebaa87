package io.throughline.web.admin.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Trials of other terms by page and by program. */
@WebTest
class SlaTrialPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    long trial;
    String number;

    @BeforeEach
    void aTrialWithOneWorseClock() {
        admin = as.create(Role.ADMIN, Role.MANAGER);
        number = tickets.open(
                        admin,
                        OpenTicket.of(TicketKind.DIAGNOSIS, "主轴异响", "有异响").askedBy(companies.customer(), null))
                .number();
        trial = jdbc.sql("""
                        insert into aftersales.sla_trial (opened_from, opened_until, calendar_id, tickets, started_at,
                               finished_at, by_name)
                        values ('2026-07-01', '2026-09-30', 1, 1, now(), now(), '王芳')
                        returning id
                        """).query(Long.class).single();
        jdbc.sql("""
                        insert into aftersales.sla_trial_clock (trial_id, ticket_id, type, start_at, was, was_due, becomes,
                               becomes_due)
                        select :trial, id, 'RESOLUTION', opened_at, 'MET', opened_at, 'BREACHED', opened_at
                          from aftersales.ticket where number = :number
                        """).param("trial", trial).param("number", number).update();
    }

    @Test
    void showNumbersAndTheListBehindEach() {
        assertThat(get("/admin/sla-policies/trials")).hasStatusOk().bodyText().contains("换一套规则会怎样", "王芳", "中国标准");
        assertThat(get("/admin/sla-policies/trials/" + trial))
                .hasStatusOk()
                .bodyText()
                .contains("假设超时", "改用日历：", "clock=RESOLUTION&amp;was=MET&amp;becomes=BREACHED");
        assertThat(get("/admin/sla-policies/trials/" + trial + "?clock=RESOLUTION&was=MET&becomes=BREACHED"))
                .hasStatusOk()
                .bodyText()
                .contains(number, "实际：按时", "假设：超时");
        assertThat(get("/admin/sla-policies/trials/" + trial + "?clock=RESOLUTION&was=BREACHED"))
                .bodyText()
                .contains("没有这样的计时");
        assertThat(get("/admin/sla-policies/trials/999999999")).hasStatus(404);
    }

    @Test
    void servePrograms() {
        assertThat(get("/api/v1/sla-trials/" + trial))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.moves[0].becomes")
                .isEqualTo("BREACHED");
        assertThat(get("/api/v1/sla-trials/" + trial + "/clocks?clock=RESOLUTION"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].ticket")
                .isEqualTo(number);
        assertThat(mvc.post()
                        .uri("/api/v1/sla-trials")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"from\":\"2026-07-01\",\"until\":\"2026-09-30\",\"calendar\":1}")
                        .with(as.user(admin))
                        .with(csrf()))
                .hasStatus(202);
    }

    @Test
    void sayWhatCannotBeTried() {
        assertThat(start("2026-07-01", "2026-09-30", ""))
                .hasStatusOk()
                .bodyText()
                .contains("请选择要试的策略草稿或日历");
        assertThat(start("2026-07-01", "2026-06-30", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("不超过 400 天");
        assertThat(start("2026-07-01", "2026-09-30", "1")).hasStatus3xxRedirection();
    }

    private MvcTestResult start(String from, String until, String calendar) {
        return mvc.post()
                .uri("/admin/sla-policies/trials")
                .param("from", from)
                .param("until", until)
                .param("calendar", calendar)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(admin)).exchange();
    }
}
