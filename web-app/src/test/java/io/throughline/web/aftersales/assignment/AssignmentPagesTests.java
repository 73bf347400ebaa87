package io.throughline.web.aftersales.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SaveTeam;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rules of assignment, who is on duty, and assignment by rule, by form and by program. */
@WebTest
class AssignmentPagesTests {

    private static final String RULES = "/api/v1/assignment-rules/";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Teams teams;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    EntityManager entities;

    private Viewer manager;
    private Viewer agent;
    private long team;
    private String number;

    @BeforeEach
    void aTeamOfOne() {
        manager = as.create(Role.MANAGER);
        agent = as.create(Role.SUPPORT_AGENT);
        var name = "白班" + System.nanoTime();
        team = teams.found(
                        Viewer.system("test"),
                        new SaveTeam(name, name, Set.of(agent.id().value()), null))
                .value();
        entities.flush();
        number = tickets.open(
                        manager,
                        OpenTicket.of(TicketKind.DIAGNOSIS, "PLC 停机", "详情").inHands(team, null))
                .number();
    }

    @Test
    void keepARuleATeam() {
        assertThat(get("/assignment-rules")).hasStatusOk().bodyText().contains("白班", "手工指派");
        assertThat(get("/assignment-rules/" + team)).hasStatusOk().bodyText().contains("这个团队还没有规则");
        assertThat(save("LEAST_LOAD", "5")).hasRedirectedUrl("/assignment-rules/" + team);
        assertThat(send("/assignment-rules/" + team + "/needs", "kind", "DIAGNOSIS", "skill", "PLC 编程", "level", "3"))
                .hasRedirectedUrl("/assignment-rules/" + team);

        assertThat(get("/assignment-rules/" + team)).bodyText().contains("PLC 编程", "3 级及以上 · 诊断");
        assertThat(get("/assignment-rules?lang=en")).bodyText().contains("Fewest open", "Diagnosis → PLC 编程 3");
        assertThat(send("/assignment-rules/" + team + "/needs", "skill", "", "level", "3"))
                .hasStatusOk()
                .bodyText()
                .contains("aria-invalid=\"true\"");
        assertThat(send(
                        "/assignment-rules/" + team + "/needs/removal",
                        "kind",
                        "DIAGNOSIS",
                        "skill",
                        "PLC 编程",
                        "level",
                        "3"))
                .hasStatus3xxRedirection();
        assertThat(get("/assignment-rules/" + team)).bodyText().doesNotContain("3 级及以上 · 诊断");

        assertThat(save("LEAST_LOAD", "0")).hasStatusOk().bodyText().contains("mostOpen-error");
        assertThat(send("/assignment-rules/" + team + "/removal")).hasRedirectedUrl("/assignment-rules");
        assertThat(get("/assignment-rules/99999999")).hasStatus(404);
    }

    @Test
    void sayWhoGetsATicketAndGiveIt() {
        assertThat(get("/tickets/" + number + "/assignment/rule"))
                .hasStatusOk()
                .bodyText()
                .contains("这个团队没有指派规则");
        save("ROUND_ROBIN", "");

        assertThat(get("/tickets/" + number + "/assignment/rule")).bodyText().contains("按规则会指派给 " + agent.name(), "可接");
        assertThat(get("/tickets/" + number)).bodyText().contains("按规则指派", "谁来接手");
        assertThat(send("/tickets/" + number + "/assignment/rule")).hasRedirectedUrl("/tickets/" + number);

        assertThat(details.detail(manager, number).assigneeId())
                .isEqualTo(agent.id().value());
        assertThat(get("/tickets/" + number)).bodyText().contains("按规则指派：轮流，进行中 0 个");
        assertThat(get("/tickets/" + number + "?lang=en")).bodyText().contains("Assigned by rule: In turn, 0 open");
    }

    @Test
    void letAgentsTakeNoTicketsForAWhile() {
        save("ROUND_ROBIN", "");
        assertThat(post(agent, "/tickets/duty/pause", "reason", "验收现场", "until", "2020-01-01T08:00"))
                .hasStatusOk()
                .bodyText()
                .contains("请选择将来的时间");
        assertThat(post(agent, "/tickets/duty/pause", "reason", "验收现场", "team", "" + team))
                .hasRedirectedUrl("/tickets/duty?team=" + team);

        assertThat(get("/tickets/duty?team=" + team))
                .hasStatusOk()
                .bodyText()
                .contains("暂不接单 · 验收现场", "让 " + agent.name() + " 恢复接单");
        assertThat(send("/tickets/" + number + "/assignment/rule")).hasStatus3xxRedirection();
        assertThat(details.detail(manager, number).assigneeId()).isNull();
        assertThat(get("/tickets/duty?team=" + team)).bodyText().contains("等待有人接手", number);
        assertThat(send("/tickets/duty/pause/removal", "login", agent.login())).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/duty?lang=en").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("Take no tickets");
        assertThat(get("/tickets/duty?team=99999999")).hasStatus(404);
    }

    @Test
    void areThereForPrograms() {
        var body = """
                {"strategy":"BEST_SKILL","automatic":true,"needs":[{"word":"PLC","skill":"PLC 编程","level":3}]}""";
        assertThat(put(RULES + team, body, null))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.needs[0].skill")
                .isEqualTo("PLC 编程");
        assertThat(put(RULES + team, body, null)).hasStatus(428);
        assertThat(put(RULES + team, body, "\"7\"")).hasStatus(412);
        assertThat(put(RULES + team, "{\"strategy\":\"BEST_SKILL\",\"calendar\":99999999}", "\"0\""))
                .hasStatus(422);
        assertThat(get("/api/v1/tickets/" + number + "/assignment"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.assignee")
                .isEqualTo(agent.login());
        assertThat(send("/api/v1/tickets/" + number + "/assignment"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.verdict")
                .isEqualTo("CHOSEN");
        assertThat(put("/api/v1/agents/" + agent.login() + "/pause", "{\"reason\":\"x\"}", null))
                .hasStatus(204);
        assertThat(get("/api/v1/teams/" + team + "/duty"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.people[0].paused")
                .isEqualTo(true);
        assertThat(delete("/api/v1/agents/" + agent.login() + "/pause")).hasStatus(204);
        assertThat(get("/api/v1/assignment-rules")).bodyText().contains("\"team\":" + team);
        assertThat(delete(RULES + team)).hasStatus(204);
        assertThat(get(RULES + team)).hasStatus(404);
    }

    private MvcTestResult save(String strategy, String mostOpen) {
        return send("/assignment-rules/" + team, "strategy", strategy, "mostOpen", mostOpen);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(manager)).exchange();
    }

    private MvcTestResult delete(String address) {
        return mvc.delete().uri(address).with(as.user(manager)).with(csrf()).exchange();
    }

    private MvcTestResult put(String address, String body, @Nullable String match) {
        var request = mvc.put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(manager))
                .with(csrf());
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        return post(manager, address, fields);
    }

    private MvcTestResult post(Viewer who, String address, String... fields) {
        var request = mvc.post().uri(address).with(as.user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
