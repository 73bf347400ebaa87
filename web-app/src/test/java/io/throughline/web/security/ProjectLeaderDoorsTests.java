package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a project manager names in a form: any customer, nobody outside the company, no foreign project. */
@WebTest
@Import({RoleWorld.class, RoleEyes.class})
class ProjectLeaderDoorsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    RoleWorld world;

    @Autowired
    RoleEyes eyes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoCompanies() {
        world.make();
    }

    @Test
    void beginsAProjectForAnyCustomerKnowingNoMoreThanTheName() {
        assertThat(eyes.page(world.leader, "/projects/new"))
                .contains("海天", "蓝山")
                .doesNotContain("蓝山有限公司");

        var sent = mvc.post()
                .uri("/projects")
                .with(as.user(world.leader))
                .with(csrf())
                .param("name", "蓝山扩建")
                .param("key", "MORE")
                .param("customerId", String.valueOf(world.lanshan))
                .param("visibility", "INTERNAL")
                .param("plannedStart", "2026-03-02");

        assertThat(sent).redirectedUrl().isEqualTo("/projects/MORE");
        assertThat(eyes.status(world.leader, "/customers/" + RoleWorld.LANSHAN)).isEqualTo(200);
    }

    @Test
    void beginsNoProjectForACustomerThatIsNotThere() {
        var sent = mvc.post()
                .uri("/projects")
                .with(as.user(world.leader))
                .with(csrf())
                .param("name", "蓝山扩建")
                .param("customerId", "1")
                .param("visibility", "INTERNAL")
                .param("plannedStart", "2026-03-02");

        assertThat(sent).hasStatusOk().bodyText().contains("请选择客户列表中的客户");
    }

    @Test
    void handsAProjectToNobodyOutsideTheCompany() {
        for (long stranger : new long[] {world.contact.id().value(), 1}) {
            var sent = mvc.post()
                    .uri("/projects")
                    .with(as.user(world.leader))
                    .with(csrf())
                    .param("name", "海天扩建")
                    .param("managerId", String.valueOf(stranger))
                    .param("visibility", "INTERNAL")
                    .param("plannedStart", "2026-03-02");

            assertThat(sent).hasStatusOk();
        }
        assertThat(eyes.page(world.leader, "/projects")).doesNotContain("海天扩建");
    }

    @Test
    void learnsNoForeignProjectsNameByTracingATicketToIt() {
        long hidden = jdbc.sql("select id from project.project where key = 'HIDDEN'")
                .query(Long.class)
                .single();
        var sent = mvc.post()
                .uri("/tickets")
                .with(as.user(world.leader))
                .with(csrf())
                .param("kind", "DIAGNOSIS")
                .param("subject", "哪个项目")
                .param("body", "开机后有异响")
                .param("projectId", String.valueOf(hidden));

        assertThat(sent).hasStatusOk().bodyText().contains("没有这个项目").doesNotContain("蓝山密线");
        assertThat(mvc.post()
                        .uri("/tickets/new")
                        .with(as.user(world.leader))
                        .with(csrf())
                        .param("customerId", String.valueOf(world.lanshan)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("蓝山产线", "蓝山密线");
    }
}
