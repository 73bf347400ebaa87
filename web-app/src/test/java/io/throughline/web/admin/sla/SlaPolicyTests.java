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
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Policies by page and by program, and what a ticket shows of them. */
@WebTest
@Import(Statements.class)
class SlaPolicyTests {

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
    String customer;
    long customerId;

    @BeforeEach
    void aCustomer() {
        admin = as.create(Role.ADMIN);
        customerId = companies.customer();
        customer = jdbc.sql("select number from foundation.customer where id = ?")
                .param(customerId)
                .query(String.class)
                .single();
    }

    @Test
    void draftsByFormPublishesAndRetires() {
        assertThat(get("/admin/sla-policies/new")).hasStatusOk().bodyText().contains("30m, 1h, 4h, 8h");
        var created = form("/admin/sla-policies", "30m, 1h, -, 2bd+eod");
        var page = Objects.requireNonNull(created.getResponse().getRedirectedUrl());
        assertThat(get(page)).hasStatusOk().bodyText().contains("重点客户", "草稿", customer, "30 分钟", "2 个工作日（当日下班前）");

        assertThat(post(page + "/publication")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("生效中，第 1 版");
        assertThat(get("/admin/sla-policies")).hasStatusOk().bodyText().contains("重点客户", "按客户", "中国标准");

        assertThat(form(page, "1h")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("有未发布的改动");
        assertThat(post(page + "/publication")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("生效中，第 2 版", "第 1 版");
        assertThat(post(page + "/retirement")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("已停用");
        assertThat(post(page + "/retirement/removal")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("生效中，第 2 版");
    }

    @Test
    void keepsWhatWasTypedBesideTheReason() {
        assertThat(form("/admin/sla-policies", "30m, 1h"))
                .hasStatusOk()
                .bodyText()
                .contains("30m, 1h", "请填写一个或四个时限");
        assertThat(form("/admin/sla-policies", "soon")).hasStatusOk().bodyText().contains("无法识别的时限");
    }

    @Test
    void servesProgramsFromDraftToRetirement() {
        var created = json("/api/v1/sla-policies", body("\"4h\""));
        assertThat(created).hasStatus(201).bodyJson().extractingPath("$.number").isEqualTo(0);
        var location = Objects.requireNonNull(created.getResponse().getHeader("Location"));
        assertThat(json(location + "/publication", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.published.targets.RESOLUTION.P1")
                .isEqualTo("240m");
        assertThat(put(location, null)).hasStatus(428);
        assertThat(put(location, "\"0\"")).hasStatus(412);
        assertThat(put(
                        location,
                        Objects.requireNonNull(get(location).getResponse().getHeader("ETag"))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.draft.targets.RESOLUTION.P1")
                .isEqualTo("2bd");
        assertThat(json(location + "/retirement", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.retiredAt")
                .isNotNull();
        assertThat(json(location + "/publication", "")).hasStatus(422);
    }

    @Test
    void refusesWhatCannotBePromised() {
        assertThat(json("/api/v1/sla-policies", body("\"soon\""))).hasStatus(422);
        assertThat(json("/api/v1/sla-policies", body("\"4h\"").replace(customer, "C-0")))
                .hasStatus(422);
        assertThat(json("/api/v1/sla-policies", body("\"4h\"").replace("\"calendar\":1", "\"calendar\":99999999")))
                .hasStatus(422);
    }

    @Test
    void showsTheClocksOfATicketInWordsDrawnAndToPrograms() {
        var agent = as.create(Role.SUPPORT_AGENT, Role.MANAGER);
        var location = Objects.requireNonNull(
                json("/api/v1/sla-policies", body("\"4h\"")).getResponse().getHeader("Location"));
        json(location + "/publication", "");
        var number = tickets.open(
                        agent,
                        OpenTicket.of(TicketKind.DIAGNOSIS, "主轴异响", "有异响").askedBy(customerId, null))
                .number();
        commit();

        assertThat(get("/api/v1/tickets/" + number + "/clocks", agent))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].policy.number")
                .isEqualTo(1);
        assertThat(get("/api/v1/tickets/" + number + "/clocks", agent))
                .bodyJson()
                .extractingPath("$[0].segments[?(@.counts)].kind")
                .asArray()
                .isNotEmpty();
        assertThat(get("/tickets/" + number + "/clocks", agent))
                .hasStatusOk()
                .bodyText()
                .contains("SLA 计时", "修复", "clock-strip", "重点客户，第 1 版");
        assertThat(get("/tickets?view=open", agent)).hasStatusOk().bodyText().contains("修复");
        assertThat(get("/tickets/board", agent)).hasStatusOk().bodyText().contains("修复");
        assertThat(Statements.during(() -> get("/tickets/" + number, agent)).size())
                .isLessThanOrEqualTo(10);
        assertThat(get("/tickets/" + number, agent)).bodyText().contains("SLA 计时", "还剩", "下一次升级：第 1 级", "已给出变通方案");
        assertThat(get("/api/v1/tickets/" + number, agent))
                .bodyJson()
                .extractingPath("$.clocks[0].nextEscalationAt")
                .isNotNull();
        assertThat(get("/api/v1/tickets?filter.customer=" + customer, agent))
                .bodyJson()
                .extractingPath("$[0].clocks[0].type")
                .isEqualTo("RESOLUTION");
        assertThat(get("/api/v1/tickets?filter.customer=" + customer, agent))
                .bodyJson()
                .extractingPath("$[0].dueClock")
                .isEqualTo("RESOLUTION");
        post(location.replace("/api/v1", "/admin") + "/retirement");
        commit();
    }

    @Test
    void marksAWorkaroundByFormAndByProgram() {
        var agent = as.create(Role.SUPPORT_AGENT, Role.MANAGER);
        var number = tickets.open(
                        agent,
                        OpenTicket.of(TicketKind.DIAGNOSIS, "主轴异响", "有异响").askedBy(customerId, null))
                .number();
        var feedback = tickets.open(
                        agent, OpenTicket.of(TicketKind.FEEDBACK, "很好", "谢谢").askedBy(customerId, null))
                .number();

        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/workaround")
                        .param("given", "true")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(get("/tickets/" + number, agent)).bodyText().contains("撤回变通方案", "给出了变通方案");
        assertThat(mvc.delete()
                        .uri("/api/v1/tickets/" + number + "/workaround")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.workaroundAt")
                .isNull();
        assertThat(mvc.put()
                        .uri("/api/v1/tickets/" + number + "/workaround")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.workaroundAt")
                .isNotNull();
        assertThat(mvc.put()
                        .uri("/api/v1/tickets/" + feedback + "/workaround")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void triesWhichPolicyATicketWouldGetAndWhenItWouldBeDue() {
        var location = Objects.requireNonNull(
                json("/api/v1/sla-policies", body("\"4h\"")).getResponse().getHeader("Location"));
        json(location + "/publication", "");

        assertThat(get("/admin/sla-policies/bench")).hasStatusOk().bodyText().contains("试算台");
        assertThat(get("/admin/sla-policies/bench?kind=DIAGNOSIS&priority=P2&opened=2026-11-20T17:00&customer="
                        + customer))
                .hasStatusOk()
                .bodyText()
                .contains("重点客户", "适用", "2026-11-23 12:00:00", "工作时间以外");
        assertThat(get("/admin/sla-policies/bench?kind=DIAGNOSIS&priority=P2&opened=2026-11-20T17:00&customer=C-0"))
                .hasStatusOk()
                .bodyText()
                .contains("不存在的客户");
        assertThat(get("/admin/sla-policies/bench?kind=DIAGNOSIS&priority=P2&opened=&customer="))
                .hasStatusOk()
                .bodyText()
                .contains("请填写");
    }

    @Test
    void startsTheCheckOfAllClocks() {
        assertThat(post("/admin/sla-policies/replay")).hasStatus3xxRedirection();
    }

    @Test
    void saysNoSlaWhereNothingMatches() {
        var agent = as.create(Role.SUPPORT_AGENT, Role.MANAGER);
        var number = tickets.open(
                        agent, OpenTicket.of(TicketKind.FEEDBACK, "建议", "很好").askedBy(customerId, null))
                .number();

        assertThat(get("/tickets/" + number + "/clocks", agent))
                .hasStatusOk()
                .bodyText()
                .contains("无 SLA");
        assertThat(get("/api/v1/tickets/" + number + "/clocks", agent))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$")
                .isEqualTo(new ArrayList<>(List.of()));
    }

    private String body(String target) {
        return """
                {"name":"重点客户","nameEn":"Key customers","basis":"CUSTOMER","customers":["%s"],"calendar":1,"customerHours":true,
                 "levels":[{"clock":"RESOLUTION","offset":"-50%%","tell":["OWNER"]}],"targets":{"RESOLUTION":{"P1":%s,"P2":%s,"P3":%s,"P4":%s}}}""".formatted(customer, target, target, target, target);
    }

    private MvcTestResult form(String address, String firstResponse) {
        var seen = address.equals("/admin/sla-policies") ? "" : version(address);
        return mvc.post()
                .uri(address)
                .param("nameZh", "重点客户")
                .param("nameEn", "Key customers")
                .param("position", "10")
                .param("basis", "CUSTOMER")
                .param("customers", customer)
                .param("calendar", "1")
                .param("firstResponse", firstResponse)
                .param("version", seen)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private String version(String address) {
        return jdbc.sql("select version from aftersales.sla_policy where id = ?")
                .param(Long.valueOf(address.substring(address.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String address) {
        return get(address, admin);
    }

    private MvcTestResult get(String address, Viewer viewer) {
        return mvc.get().uri(address).with(as.user(viewer)).exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(as.user(admin)).with(csrf()).exchange();
    }

    private MvcTestResult json(String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult put(String address, @org.jspecify.annotations.Nullable String version) {
        var request =
                mvc.put().uri(address).contentType(MediaType.APPLICATION_JSON).content(body("\"2bd\""));
        return (version == null ? request : request.header("If-Match", version))
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
