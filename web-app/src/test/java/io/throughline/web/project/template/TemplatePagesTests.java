package io.throughline.web.project.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.project.template.SaveTemplate;
import io.throughline.project.template.TemplateKind;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Templates as people read them, by plain requests without script. */
@WebTest
class TemplatePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    ProjectTemplates templates;

    private Viewer pm;

    @BeforeEach
    void aProject() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "压缩机站扩建",
                        "TPW",
                        null,
                        null,
                        false,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        "equipment-delivery"));
    }

    @Test
    void offersToSaveAProjectAndShowsWhatCameOfIt() {
        assertThat(get(pm, "/projects/TPW")).bodyText().contains("/projects/templates/new?project=TPW", "设备交付");
        assertThat(get(pm, "/projects/templates/new?project=TPW"))
                .hasStatusOk()
                .bodyText()
                .contains("按技能留位", "value=\"压缩机站扩建\"");

        var saved = post(
                pm, "/projects/templates", "project=TPW&nameZh=公司标准&kind=SERVICE&staffing=PLACES&deliverables=true");

        assertThat(saved).hasStatus3xxRedirection();
        var page = saved.getResponse().getRedirectedUrl();
        assertThat(get(pm, page))
                .hasStatusOk()
                .bodyText()
                .contains("公司标准", "计划获批", "第 2–5 天", "设计文件", "用它新建项目", "永久删除", "/projects/TPW");
        assertThat(get(pm, page + "?lang=en")).bodyText().contains("公司标准", "day 2–5", "New project from it");
        assertThat(get(pm, "/projects/templates")).bodyText().contains("公司标准", "服务", "软件实施", "内置", "123 个工作日");
    }

    @Test
    void asksForANameBesideItsField() {
        assertThat(post(pm, "/projects/templates", "project=TPW&nameZh=&nameEn=&kind=OTHER&staffing=NONE"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#nameZh\">中文名称：请至少用一种语言填写名称");
    }

    @Test
    void showsTheDatesBeforeAnythingIsSaved() {
        assertThat(get(pm, "/projects/new?template=equipment-delivery"))
                .hasStatusOk()
                .bodyText()
                .contains("预计日期", "计划获批");
        assertThat(post(
                        pm,
                        "/projects",
                        "preview=1&name=&visibility=INTERNAL&plannedStart=2026-03-02&templateCode=equipment-delivery"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-03-02 开始", "计划获批", "2026-03-13")
                .doesNotContain("error-summary");
        assertThat(get(pm, "/projects/templates/equipment-delivery/forecast?start=2026-03-02&finish="))
                .hasStatusOk()
                .bodyText()
                .contains("2026-03-13")
                .doesNotContain("<html");
    }

    @Test
    void renamesArchivesWithUndoAndDeletes() {
        var at = "/projects/templates/" + template();

        assertThat(post(pm, at, "nameZh=改名了&nameEn=Renamed&kind=OTHER")).hasStatus3xxRedirection();
        assertThat(get(pm, at)).bodyText().contains("改名了");
        assertThat(post(pm, at + "/archive", "")).hasRedirectedUrl("/projects/templates");
        assertThat(get(pm, "/projects/templates?view=archived")).bodyText().contains("改名了");
        assertThat(get(pm, "/projects/new")).bodyText().doesNotContain("改名了");
        assertThat(post(pm, at + "/archive/removal", "")).hasRedirectedUrl(at);
        assertThat(post(pm, at + "/removal", "")).hasRedirectedUrl("/projects/templates");
        assertThat(get(pm, at)).hasStatus(404);
    }

    @Test
    void keepsWhatProjectsWereBegunFromAndListsThem() {
        var code = template();
        post(pm, "/projects", "name=灌装线&key=TPX&visibility=INTERNAL&plannedStart=2026-03-02&templateCode=" + code);

        assertThat(post(pm, "/projects/templates/" + code + "/removal", ""))
                .hasRedirectedUrl("/projects/templates/" + code);
        assertThat(get(pm, "/projects/templates/" + code))
                .bodyText()
                .contains("/projects?filter.template=" + code, "1 个项目");
        assertThat(get(pm, "/projects?filter.template=" + code))
                .bodyText()
                .contains("TPX", "公司标准")
                .doesNotContain("TPW");
        assertThat(get(pm, "/projects?filter.template=nothing")).hasStatus(400);
    }

    @Test
    void letsOthersUseItButNotChangeIt() {
        var at = "/projects/templates/" + template();
        var other = as.create(Role.PROJECT_MANAGER);

        assertThat(get(other, at)).hasStatusOk().bodyText().contains("用它新建项目").doesNotContain("永久删除");
        assertThat(get(other, at + "/edit")).hasStatus(403);
        assertThat(post(other, at + "/archive", "")).hasStatus(403);
        assertThat(get(as.create(Role.PROJECT_MEMBER), at)).hasStatus(403);
        assertThat(get(as.create(Role.ADMIN), at))
                .hasStatusOk()
                .bodyText()
                .contains("永久删除")
                .doesNotContain("用它新建项目", "复制</span>");
        assertThat(get(as.create(Role.ADMIN), "/projects/templates")).hasStatusOk();
    }

    @Test
    void answersPrograms() {
        var saved = json(pm, mvc.post().uri("/api/v1/project-templates"), """
                {"project": "TPW", "nameEn": "Standard", "kind": "OTHER", "staffing": "NONE"}
                """);
        assertThat(saved).hasStatus(201).hasHeader("ETag", "\"0\"");
        var at = saved.getResponse().getHeader("Location");
        var code = at.substring(at.lastIndexOf('/') + 1);
        assertThat(saved).bodyJson().extractingPath("$.outline.length()").isEqualTo(25);

        assertThat(json(pm, mvc.patch().uri(at).header("If-Match", "\"0\""), "{\"nameZh\": \"标准\", \"active\": false}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.template.active")
                .isEqualTo(false);
        assertThat(json(pm, mvc.patch().uri(at).header("If-Match", "\"0\""), "{\"active\": true}"))
                .hasStatus(412);
        assertThat(json(pm, mvc.patch().uri(at).header("If-Match", "\"1\""), "{\"active\": true}"))
                .hasStatusOk();

        assertThat(json(pm, mvc.post().uri("/api/v1/projects"), """
                {"name": "灌装线", "key": "TPY", "visibility": "INTERNAL", "template": "%s", "start": "2026-09-28"}
                """.formatted(code)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.plannedStart")
                .isEqualTo("2026-09-28");
        assertThat(get(pm, "/api/v1/projects/TPY/tasks"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(25);
        assertThat(get(pm, at + "/forecast?start=2026-09-28"))
                .bodyJson()
                .extractingPath("$.milestones.length()")
                .isEqualTo(5);
        assertThat(get(pm, "/api/v1/projects?filter.template=" + code))
                .bodyJson()
                .extractingPath("$[0].key")
                .isEqualTo("TPY");
        assertThat(mvc.delete().uri(at).with(as.user(pm)).with(csrf()).exchange())
                .hasStatus(422);
    }

    private String template() {
        return templates.save(
                pm,
                new SaveTemplate(
                        "TPW", null, "公司标准", null, null, null, TemplateKind.OTHER, TemplateStaffing.PLACES, null));
    }

    private MvcTestResult get(Viewer viewer, String address) {
        return mvc.get().uri(address).with(as.user(viewer)).exchange();
    }

    private MvcTestResult json(Viewer viewer, MockMvcTester.MockMvcRequestBuilder call, String body) {
        return call.with(as.user(viewer))
                .with(csrf())
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private MvcTestResult post(Viewer viewer, String address, String form) {
        return mvc.post()
                .uri(address)
                .with(as.user(viewer))
                .with(csrf())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .content(form)
                .exchange();
    }
}
