package io.throughline.web.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two people have opened the same form; both save. */
@WebTest
class FormMergeTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    Resources resources;

    @Autowired
    PortalTickets portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer manager;
    private String ticket = "";
    private long crane;

    /** A form with one field of words, another one, and what it demands besides. */
    enum Form {
        TICKET("subject", "tags", Map.of("kind", "DIAGNOSIS", "subject", "主轴异响", "tags", "")),
        TASK(
                "name",
                "description",
                Map.of("name", "安装", "description", "", "priority", "500", "constraintType", "ASAP")),
        PROJECT("name", "goal", Map.of("name", "压缩机站", "key", "HTC", "goal", "", "visibility", "INTERNAL")),
        CUSTOMER("shortName", "address", Map.of("name", "海天重工", "shortName", "海天", "address", "", "tier", "STANDARD")),
        RESOURCE("name", "skills", Map.of("name", "行车", "kind", "EQUIPMENT", "capacity", "100", "skills", ""));

        final String field;
        final String other;
        final Map<String, String> opened;

        Form(String field, String other, Map<String, String> opened) {
            this.field = field;
            this.other = other;
            this.opened = opened;
        }
    }

    @BeforeEach
    void aRecordOfEachKind() {
        manager = as.create(Role.MANAGER, Role.PROJECT_MANAGER, Role.SUPPORT_AGENT);
        jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                        values (-7, 0, 'T-7', '海天重工', '海天', 'STANDARD', now(), now())
                        """).update();
        jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (-8, 0, -7, '李明', 'zh-CN', true, now(), now())
                        """).update();
        ticket = portal.ask(as.contact(-8), new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        projects.create(
                manager,
                new CreateProject(
                        "压缩机站",
                        "HTC",
                        null,
                        -7L,
                        false,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        null));
        tasks.add(manager, "HTC", AddTask.named("安装"));
        crane = resources
                .add(manager, SaveResource.named("行车", ResourceKind.EQUIPMENT))
                .value();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheWorkOfBothInDifferentFields(Form form) {
        var mine = open(form);
        assertThat(save(form, open(form), form.field, "别人的新名称")).hasStatus3xxRedirection();

        assertThat(save(form, mine, form.other, "我的补充")).hasStatus3xxRedirection();

        assertThat(page(form)).contains("别人的新名称", "我的补充");
    }

    @ParameterizedTest
    @EnumSource
    void showsBothContentsOfTheSameFieldToChoose(Form form) {
        var mine = open(form);
        save(form, open(form), form.field, "别人的新名称");

        var asked = save(form, mine, form.field, "我的新名称");

        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "我的新名称",
                        "别人的新名称",
                        "别人也改了这一项",
                        "name=\"choice." + form.field + "\" value=\"theirs\"",
                        "href=\"#" + form.field + "\"");
        assertThat(page(form)).contains("别人的新名称").doesNotContain("我的新名称");

        var again = HiddenFields.of(asked);
        again.put("choice." + form.field, "mine");
        assertThat(save(form, again, form.field, "我的新名称")).hasStatus3xxRedirection();
        assertThat(page(form)).contains("我的新名称").doesNotContain("别人的新名称");
    }

    @ParameterizedTest
    @EnumSource
    void takesTheOthersContentWhenThatIsChosen(Form form) {
        var mine = open(form);
        save(form, open(form), form.field, "别人的新名称");
        var again = HiddenFields.of(save(form, mine, form.field, "我的新名称"));
        again.put("choice." + form.field, "theirs");

        assertThat(save(form, again, form.field, "我的新名称")).hasStatus3xxRedirection();

        assertThat(page(form)).contains("别人的新名称").doesNotContain("我的新名称");
    }

    @Test
    void asksAboutDatesThatHangTogetherThoughDifferentOnesWereChanged() {
        var mine = open(Form.PROJECT);
        save(Form.PROJECT, open(Form.PROJECT), "plannedStart", "2026-04-06");

        assertThat(save(Form.PROJECT, mine, "plannedFinish", "2026-03-20"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"choice.plannedFinish\"", "与这一项相关的内容", "现在保存的");
    }

    @Test
    void namesWhatTheOtherChoseInWords() {
        var mine = open(Form.CUSTOMER);
        save(Form.CUSTOMER, open(Form.CUSTOMER), "tier", "STRATEGIC");

        assertThat(save(Form.CUSTOMER, mine, "tier", "KEY")).bodyText().contains("战略客户", "重点客户", "保留哪个内容");
    }

    @Test
    void offersADueTimeThatAFieldOfABrowserTakesAndKeepsItExactly() {
        jdbc.sql(
                        "update aftersales.ticket set agreed_due_at = timestamptz '2030-01-02 03:04:05.123456Z' where number = ?")
                .param(ticket)
                .update();
        entities.flush();
        entities.clear();
        assertThat(page(Form.TICKET)).containsPattern("name=\"dueAt\" value=\"2030-01-02T\\d\\d:04(:00)?\"");
        var mine = open(Form.TICKET);
        mine.put(
                "dueAt",
                LocalDateTime.ofInstant(Instant.parse("2030-01-02T03:04:00Z"), manager.zone())
                        .toString());

        assertThat(save(Form.TICKET, mine, "subject", "主轴异响，停机")).hasStatus3xxRedirection();

        assertThat(jdbc.sql(
                                "select agreed_due_at = timestamptz '2030-01-02 03:04:05.123456Z' from aftersales.ticket where number = ?")
                        .param(ticket)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void keepsTheChoiceWhileSomethingElseIsWrong() {
        var mine = open(Form.CUSTOMER);
        save(Form.CUSTOMER, open(Form.CUSTOMER), "shortName", "别人的简称");
        var again = HiddenFields.of(save(Form.CUSTOMER, mine, "shortName", "我的简称"));
        again.put("choice.shortName", "theirs");
        again.put("creditCode", "123");

        assertThat(save(Form.CUSTOMER, again, "shortName", "我的简称"))
                .hasStatusOk()
                .bodyText()
                .contains("统一社会信用代码不正确", "别人的简称")
                .containsPattern("value=\"theirs\" checked");
    }

    @Test
    void savesAFormThatRemembersNothingOnlyFromTheNewestVersion() {
        var mine = open(Form.CUSTOMER);
        mine.remove("seen");
        save(Form.CUSTOMER, open(Form.CUSTOMER), "address", "天津");

        assertThat(save(Form.CUSTOMER, mine, "shortName", "新简称")).hasStatusOk();
        var newest = open(Form.CUSTOMER);
        newest.remove("seen");
        newest.put("address", "天津");
        assertThat(save(Form.CUSTOMER, newest, "shortName", "新简称")).hasStatus3xxRedirection();
    }

    @Test
    void followsAProjectThatGotAnotherKeyMeanwhile() {
        var mine = open(Form.PROJECT);
        save(Form.PROJECT, open(Form.PROJECT), "key", "HTCX");

        assertThat(save(Form.PROJECT, mine, "goal", "三台机组")).redirectedUrl().isEqualTo("/projects/HTCX");
    }

    private Map<String, String> open(Form form) {
        return HiddenFields.of(
                mvc.get().uri(address(form) + "/edit").with(as.user(manager)).exchange());
    }

    private MvcTestResult save(Form form, Map<String, String> fields, String field, String value) {
        var request = mvc.post().uri(address(form)).with(as.user(manager)).with(csrf());
        var sent = new LinkedHashMap<>(form.opened);
        sent.putAll(fields);
        sent.put(field, value);
        sent.forEach(request::param);
        return request.exchange();
    }

    private String page(Form form) {
        return HiddenFields.text(
                mvc.get().uri(address(form) + "/edit").with(as.user(manager)).exchange());
    }

    private String address(Form form) {
        return switch (form) {
            case TICKET -> "/tickets/" + ticket;
            case TASK -> "/projects/HTC/tasks/1";
            case PROJECT -> "/projects/HTC";
            case CUSTOMER -> "/customers/T-7";
            case RESOURCE -> "/resources/" + crane;
        };
    }
}
