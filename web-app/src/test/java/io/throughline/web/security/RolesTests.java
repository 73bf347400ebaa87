package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What each role sees and does, line by line; the addresses by themselves are the permission matrix's. */
@WebTest
@Import(RoleWorld.class)
class RolesTests {

    private static final String HAITIAN = "C-98001";
    private static final String LANSHAN = "C-98002";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    RoleWorld world;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoCompanies() {
        world.make();
    }

    @Nested
    class AManager {

        @Test
        void seesEverythingButAdministration() {
            assertThat(page(world.manager, "/projects/HIDDEN")).contains(RoleWorld.OTHER_BUDGET);
            assertThat(page(world.manager, "/tickets?view=all")).contains("海天主轴", "蓝山主轴");
            assertThat(page(world.manager, "/customers")).contains("海天", "蓝山");
            assertThat(status(world.manager, "/admin/users")).isEqualTo(403);
            assertThat(status(world.manager, "/admin/audit")).isEqualTo(403);
        }
    }

    @Nested
    class AProjectManager {

        @Test
        void seesOwnProjectsInFullAndOtherInternalOnesWithoutCost() {
            assertThat(page(world.leader, "/projects")).contains("OWN", "OTHER").doesNotContain("HIDDEN");
            assertThat(page(world.leader, "/projects/OWN")).contains(RoleWorld.OWN_BUDGET);
            assertThat(page(world.leader, "/projects/OTHER")).contains("蓝山产线").doesNotContain("7777", "7,777");
            assertThat(call(world.leader, "/api/v1/projects/OTHER")).doesNotContain("7777");
            assertThat(page(world.leader, "/projects.csv")).contains("OTHER").doesNotContain("7777", "HIDDEN");
            assertThat(status(world.leader, "/projects/OTHER/schedule")).isEqualTo(200);
            assertThat(status(world.leader, "/projects/OTHER/edit")).isEqualTo(403);
            assertThat(status(world.leader, "/projects/HIDDEN")).isEqualTo(404);
        }

        @Test
        void seesCustomersOfOwnProjectsOnly() {
            seesOneCustomerOnly(world.leader, "海天", HAITIAN, LANSHAN);
            assertThat(page(world.leader, "/projects/OWN")).contains("/customers/" + HAITIAN);
            assertThat(page(world.leader, "/projects/OTHER")).contains("蓝山").doesNotContain("/customers/");
        }

        @Test
        void seesTheCustomersOfProjectsLedAsADeputyToo() {
            world.join("OTHER", world.leader, "DEPUTY");

            assertThat(page(world.leader, "/customers")).contains("海天", "蓝山");
            assertThat(page(world.leader, "/tickets?view=all")).contains("海天主轴", "蓝山主轴");
        }

        @Test
        void doesNotSeeTheCustomersOfProjectsWorkedInOnly() {
            world.join("OTHER", world.leader, "MEMBER");

            assertThat(page(world.leader, "/customers")).doesNotContain("蓝山");
            assertThat(status(world.leader, "/customers/" + LANSHAN)).isEqualTo(404);
        }

        @Test
        void seesTicketsTracedToOwnProjectsOnly() {
            seesOneTicketOnly(world.leader, world.ownTicket, world.otherTicket);
        }

        @Test
        void beginsAProjectForAnyCustomerKnowingNoMoreThanTheName() {
            assertThat(page(world.leader, "/projects/new")).contains("海天", "蓝山").doesNotContain("蓝山有限公司");

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
            assertThat(status(world.leader, "/customers/" + LANSHAN)).isEqualTo(200);
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
            assertThat(page(world.leader, "/projects")).doesNotContain("海天扩建");
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

    @Nested
    class AProjectMember {

        @Test
        void seesProjectsOfWhichAMemberWithoutCostAndNothingElse() {
            var member = as.create(Role.PROJECT_MEMBER);
            world.join("OWN", member, "MEMBER");

            assertThat(page(member, "/projects")).contains("OWN").doesNotContain("OTHER");
            assertThat(page(member, "/projects/OWN")).contains("海天").doesNotContain("1,111", "/customers/");
            assertThat(call(member, "/api/v1/projects/OWN")).doesNotContain("1111000");
            assertThat(status(member, "/projects/OTHER")).isEqualTo(404);
            assertThat(status(member, "/projects/OWN/edit")).isEqualTo(403);
            assertThat(status(member, "/tickets")).isEqualTo(403);
            seesNoCustomer(member);
        }
    }

    @Nested
    class AResourceCoordinator {

        @Test
        void seesInternalProjectsWithoutCost() {
            var coordinator = as.create(Role.RESOURCE_COORDINATOR);

            assertThat(page(coordinator, "/projects")).contains("OWN", "OTHER").doesNotContain("HIDDEN");
            assertThat(page(coordinator, "/projects/OTHER")).doesNotContain("7,777", "/customers/");
            assertThat(status(coordinator, "/projects/HIDDEN")).isEqualTo(404);
            assertThat(status(coordinator, "/projects/OTHER/edit")).isEqualTo(403);
            assertThat(status(coordinator, "/tickets")).isEqualTo(403);
            seesNoCustomer(coordinator);
        }
    }

    @Nested
    class ASupportAgent {

        @Test
        void seesTicketsOfOwnTeamsAndOfNone() {
            seesOneTicketOnly(world.agent, world.ownTicket, world.otherTicket);
        }

        @Test
        void seesEveryCustomerAndNoProject() {
            assertThat(page(world.agent, "/customers")).contains("海天", "蓝山");
            assertThat(status(world.agent, "/customers/" + LANSHAN)).isEqualTo(200);
            assertThat(status(world.agent, "/projects/OWN")).isEqualTo(404);
            assertThat(page(world.agent, "/tickets/" + world.ownTicket))
                    .contains("海天产线")
                    .doesNotContain("/projects/OWN");
        }
    }

    @Nested
    class ATechnician {

        @Test
        void seesOwnTicketsAndTheirCustomers() {
            var technician = as.create(Role.TECHNICIAN);
            seesNoCustomer(technician);
            world.assign(world.otherTicket, null, technician);

            seesOneTicketOnly(technician, world.otherTicket, world.ownTicket);
            seesOneCustomerOnly(technician, "蓝山", LANSHAN, HAITIAN);
            assertThat(status(technician, "/projects/OTHER")).isEqualTo(404);
        }
    }

    @Nested
    class ATrainer {

        @Test
        void seesOwnTicketsAndNoCustomer() {
            var trainer = as.create(Role.TRAINER);
            world.assign(world.otherTicket, null, trainer);

            seesOneTicketOnly(trainer, world.otherTicket, world.ownTicket);
            assertThat(page(trainer, "/tickets/" + world.otherTicket))
                    .contains("蓝山")
                    .doesNotContain("/customers/");
            assertThat(status(trainer, "/projects/OTHER")).isEqualTo(404);
            seesNoCustomer(trainer);
        }
    }

    @Nested
    class AnAccountExecutive {

        @Test
        void seesOwnCustomersTheirMilestonesAndTickets() {
            seesOneCustomerOnly(world.executive, "海天", HAITIAN, LANSHAN);
            seesOneTicketOnly(world.executive, world.ownTicket, world.otherTicket);
            assertThat(status(world.executive, "/projects/OWN/milestones")).isEqualTo(200);
            assertThat(status(world.executive, "/projects/OWN/schedule")).isEqualTo(404);
            assertThat(page(world.executive, "/projects/OWN")).doesNotContain("1,111");
            assertThat(status(world.executive, "/projects/OTHER")).isEqualTo(404);
        }
    }

    @Nested
    class SomebodyInSales {

        @Test
        void seesCustomersAndNeitherTicketsNorProjects() {
            var sales = as.create(Role.SALES);

            assertThat(page(sales, "/customers")).contains("海天", "蓝山");
            assertThat(status(sales, "/tickets")).isEqualTo(403);
            assertThat(status(sales, "/projects/OWN")).isEqualTo(404);
            assertThat(page(sales, "/customers/" + HAITIAN + "/tickets")).doesNotContain("海天主轴");
        }
    }

    @Nested
    class AnAdministrator {

        @Test
        void seesNoBusinessRecord() {
            var admin = as.create(Role.ADMIN);

            assertThat(status(admin, "/tickets")).isEqualTo(403);
            assertThat(status(admin, "/projects/OWN")).isEqualTo(404);
            assertThat(page(admin, "/search?q=海天")).doesNotContain("/customers/", "/projects/", "/tickets/");
            seesNoCustomer(admin);
        }
    }

    @Nested
    class ACustomer {

        @Test
        void seesOwnTicketsOnlyAndNoNoteOfOurs() {
            world.note(world.ownTicket, "机密备注");

            assertThat(page(world.contact, "/portal/tickets")).doesNotContain("海天主轴");
            assertThat(status(world.contact, "/portal/tickets/" + world.ownTicket))
                    .isEqualTo(404);
            assertThat(page(world.managingContact, "/portal/tickets"))
                    .contains("海天主轴")
                    .doesNotContain("蓝山");
            assertThat(page(world.managingContact, "/portal/tickets/" + world.ownTicket))
                    .contains("开机后有异响")
                    .doesNotContain("机密备注");
        }

        @Test
        void seesProjectsOfTheOwnCompanyOnlyAsItsManager() {
            assertThat(page(world.managingContact, "/portal/projects"))
                    .contains("海天产线")
                    .doesNotContain("蓝山");
            assertThat(page(world.contact, "/portal/projects")).doesNotContain("海天产线");
            assertThat(status(world.managingContact, "/projects/OWN")).isEqualTo(403);
            assertThat(status(world.managingContact, "/customers/" + HAITIAN)).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROJECT_MANAGER", "PROJECT_MEMBER", "RESOURCE_COORDINATOR", "TECHNICIAN", "TRAINER", "ADMIN"})
    void whoDoesNotSeeACustomerIsToldNothingOfIt(Role role) {
        var stranger = as.create(role);
        jdbc.sql("""
                        insert into foundation.watcher (subject_type, subject_id, user_id, since)
                        values ('CUSTOMER', ?, ?, now())
                        """).params(world.lanshan, stranger.id().value()).update();

        comments.add(world.manager, new SubjectRef("CUSTOMER", world.lanshan), new AddComment("下月续约"));

        assertThat(page(stranger, "/inbox")).doesNotContain("下月续约", "蓝山");
    }

    private void seesOneTicketOnly(Viewer viewer, String own, String foreign) {
        assertThat(page(viewer, "/tickets?view=all")).contains(own).doesNotContain(foreign);
        assertThat(call(viewer, "/api/v1/tickets?view=all")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/tickets.csv?view=all")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/search?q=主轴")).contains(own).doesNotContain(foreign);
        assertThat(status(viewer, "/tickets/" + own)).isEqualTo(200);
        assertThat(status(viewer, "/tickets/" + foreign)).isEqualTo(404);
        assertThat(status(viewer, "/api/v1/tickets/" + foreign)).isEqualTo(404);
    }

    private void seesOneCustomerOnly(Viewer viewer, String name, String own, String foreign) {
        var others = Map.of("海天", "蓝山", "蓝山", "海天").get(name);
        assertThat(page(viewer, "/customers")).contains(name).doesNotContain(others);
        assertThat(page(viewer, "/customers.csv")).contains(own).doesNotContain(foreign);
        assertThat(call(viewer, "/api/v1/customers")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/search?q=" + name)).contains("/customers/" + own);
        assertThat(page(viewer, "/search?q=" + others)).doesNotContain("/customers/" + foreign);
        assertThat(call(viewer, "/search/suggest?q=" + others)).doesNotContain("/customers/" + foreign);
        for (var part : new String[] {"", "/projects", "/tickets", "/contacts", "/documents"}) {
            assertThat(status(viewer, "/customers/" + own + part)).isEqualTo(200);
            assertThat(status(viewer, "/customers/" + foreign + part)).isEqualTo(404);
        }
        assertThat(status(viewer, "/api/v1/customers/" + foreign)).isEqualTo(404);
        assertThat(status(viewer, "/api/v1/customers/" + foreign + "/contacts")).isEqualTo(404);
    }

    private void seesNoCustomer(Viewer viewer) {
        assertThat(status(viewer, "/customers/" + HAITIAN)).isIn(403, 404);
        assertThat(status(viewer, "/api/v1/customers/" + HAITIAN)).isIn(403, 404);
        assertThat(status(viewer, "/activity?subject=CUSTOMER/" + world.haitian))
                .isEqualTo(404);
        assertThat(page(viewer, "/search?q=海天")).doesNotContain("/customers/");
    }

    private int status(Viewer viewer, String address) {
        return mvc.get()
                .uri(address)
                .with(as.user(viewer))
                .exchange()
                .getResponse()
                .getStatus();
    }

    /** The page's own words, without the frame: a search box shows what was looked for. */
    private String page(Viewer viewer, String address) {
        var answer = call(viewer, address);
        int main = answer.indexOf("<main");
        return main < 0 ? answer : answer.substring(main, answer.indexOf("</main>"));
    }

    private String call(Viewer viewer, String address) {
        var answer = mvc.get().uri(address).with(as.user(viewer)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
