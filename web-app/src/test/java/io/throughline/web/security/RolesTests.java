package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role sees and does, line by line; the addresses by themselves are the permission matrix's. */
@WebTest
@Import({RoleWorld.class, RoleEyes.class})
class RolesTests {

    @Autowired
    SignInAs as;

    @Autowired
    RoleWorld world;

    @Autowired
    RoleEyes eyes;

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
            assertThat(eyes.page(world.manager, "/projects/HIDDEN")).contains(RoleWorld.OTHER_BUDGET);
            assertThat(eyes.page(world.manager, "/tickets?view=all")).contains("海天主轴", "蓝山主轴");
            assertThat(eyes.page(world.manager, "/customers")).contains("海天", "蓝山");
            assertThat(eyes.status(world.manager, "/admin/users")).isEqualTo(403);
            assertThat(eyes.status(world.manager, "/admin/audit")).isEqualTo(403);
        }
    }

    @Nested
    class AProjectManager {

        @Test
        void seesOwnProjectsInFullAndOtherInternalOnesWithoutCost() {
            assertThat(eyes.page(world.leader, "/projects"))
                    .contains("OWN", "OTHER")
                    .doesNotContain("HIDDEN");
            assertThat(eyes.page(world.leader, "/projects/OWN")).contains(RoleWorld.OWN_BUDGET);
            assertThat(eyes.page(world.leader, "/projects/OTHER"))
                    .contains("蓝山产线")
                    .doesNotContain("7777", "7,777");
            assertThat(eyes.call(world.leader, "/api/v1/projects/OTHER")).doesNotContain("7777");
            assertThat(eyes.page(world.leader, "/projects.csv"))
                    .contains("OTHER")
                    .doesNotContain("7777", "HIDDEN");
            assertThat(eyes.status(world.leader, "/projects/OTHER/schedule")).isEqualTo(200);
            assertThat(eyes.status(world.leader, "/projects/OTHER/edit")).isEqualTo(403);
            assertThat(eyes.status(world.leader, "/projects/HIDDEN")).isEqualTo(404);
        }

        @Test
        void seesCustomersOfOwnProjectsOnly() {
            eyes.seesOneCustomerOnly(world.leader, "海天", RoleWorld.HAITIAN, RoleWorld.LANSHAN);
            assertThat(eyes.page(world.leader, "/projects/OWN")).contains("/customers/" + RoleWorld.HAITIAN);
            assertThat(eyes.page(world.leader, "/projects/OTHER"))
                    .contains("蓝山")
                    .doesNotContain("/customers/");
        }

        @Test
        void seesTheCustomersOfProjectsLedAsADeputyToo() {
            world.join("OTHER", world.leader, "DEPUTY");

            assertThat(eyes.page(world.leader, "/customers")).contains("海天", "蓝山");
            assertThat(eyes.page(world.leader, "/tickets?view=all")).contains("海天主轴", "蓝山主轴");
        }

        @Test
        void doesNotSeeTheCustomersOfProjectsWorkedInOnly() {
            world.join("OTHER", world.leader, "MEMBER");

            assertThat(eyes.page(world.leader, "/customers")).doesNotContain("蓝山");
            assertThat(eyes.status(world.leader, "/customers/" + RoleWorld.LANSHAN))
                    .isEqualTo(404);
        }

        @Test
        void seesTicketsTracedToOwnProjectsOnly() {
            eyes.seesOneTicketOnly(world.leader, world.ownTicket, world.otherTicket);
        }
    }

    @Nested
    class AProjectMember {

        @Test
        void seesProjectsOfWhichAMemberWithoutCostAndNothingElse() {
            var member = as.create(Role.PROJECT_MEMBER);
            world.join("OWN", member, "MEMBER");

            assertThat(eyes.page(member, "/projects")).contains("OWN").doesNotContain("OTHER");
            assertThat(eyes.page(member, "/projects/OWN")).contains("海天").doesNotContain("1,111", "/customers/");
            assertThat(eyes.call(member, "/api/v1/projects/OWN")).doesNotContain("1111000");
            assertThat(eyes.status(member, "/projects/OTHER")).isEqualTo(404);
            assertThat(eyes.status(member, "/projects/OWN/edit")).isEqualTo(403);
            assertThat(eyes.status(member, "/tickets")).isEqualTo(403);
            eyes.seesNoCustomer(member);
        }
    }

    @Nested
    class AResourceCoordinator {

        @Test
        void seesInternalProjectsWithoutCost() {
            var coordinator = as.create(Role.RESOURCE_COORDINATOR);

            assertThat(eyes.page(coordinator, "/projects"))
                    .contains("OWN", "OTHER")
                    .doesNotContain("HIDDEN");
            assertThat(eyes.page(coordinator, "/projects/OTHER")).doesNotContain("7,777", "/customers/");
            assertThat(eyes.status(coordinator, "/projects/HIDDEN")).isEqualTo(404);
            assertThat(eyes.status(coordinator, "/projects/OTHER/edit")).isEqualTo(403);
            assertThat(eyes.status(coordinator, "/tickets")).isEqualTo(403);
            eyes.seesNoCustomer(coordinator);
        }
    }

    @Nested
    class ASupportAgent {

        @Test
        void seesTicketsOfOwnTeamsAndOfNone() {
            eyes.seesOneTicketOnly(world.agent, world.ownTicket, world.otherTicket);
        }

        @Test
        void seesEveryCustomerAndNoProject() {
            assertThat(eyes.page(world.agent, "/customers")).contains("海天", "蓝山");
            assertThat(eyes.status(world.agent, "/customers/" + RoleWorld.LANSHAN))
                    .isEqualTo(200);
            assertThat(eyes.status(world.agent, "/projects/OWN")).isEqualTo(404);
            assertThat(eyes.page(world.agent, "/tickets/" + world.ownTicket))
                    .contains("海天产线")
                    .doesNotContain("/projects/OWN");
        }
    }

    @Nested
    class ATechnician {

        @Test
        void seesOwnTicketsAndTheirCustomers() {
            var technician = as.create(Role.TECHNICIAN);
            eyes.seesNoCustomer(technician);
            world.assign(world.otherTicket, null, technician);

            eyes.seesOneTicketOnly(technician, world.otherTicket, world.ownTicket);
            eyes.seesOneCustomerOnly(technician, "蓝山", RoleWorld.LANSHAN, RoleWorld.HAITIAN);
            assertThat(eyes.status(technician, "/projects/OTHER")).isEqualTo(404);
        }
    }

    @Nested
    class ATrainer {

        @Test
        void seesOwnTicketsAndNoCustomer() {
            var trainer = as.create(Role.TRAINER);
            world.assign(world.otherTicket, null, trainer);

            eyes.seesOneTicketOnly(trainer, world.otherTicket, world.ownTicket);
            assertThat(eyes.page(trainer, "/tickets/" + world.otherTicket))
                    .contains("蓝山")
                    .doesNotContain("/customers/");
            assertThat(eyes.status(trainer, "/projects/OTHER")).isEqualTo(404);
            eyes.seesNoCustomer(trainer);
        }
    }

    @Nested
    class AnAccountExecutive {

        @Test
        void seesOwnCustomersTheirMilestonesAndTickets() {
            eyes.seesOneCustomerOnly(world.executive, "海天", RoleWorld.HAITIAN, RoleWorld.LANSHAN);
            eyes.seesOneTicketOnly(world.executive, world.ownTicket, world.otherTicket);
            assertThat(eyes.status(world.executive, "/projects/OWN/milestones")).isEqualTo(200);
            assertThat(eyes.status(world.executive, "/projects/OWN/schedule")).isEqualTo(404);
            assertThat(eyes.page(world.executive, "/projects/OWN")).doesNotContain("1,111");
            assertThat(eyes.status(world.executive, "/projects/OTHER")).isEqualTo(404);
        }
    }

    @Nested
    class SomebodyInSales {

        @Test
        void seesCustomersAndNeitherTicketsNorProjects() {
            var sales = as.create(Role.SALES);

            assertThat(eyes.page(sales, "/customers")).contains("海天", "蓝山");
            assertThat(eyes.status(sales, "/tickets")).isEqualTo(403);
            assertThat(eyes.status(sales, "/projects/OWN")).isEqualTo(404);
            assertThat(eyes.page(sales, "/customers/" + RoleWorld.HAITIAN + "/tickets"))
                    .doesNotContain("海天主轴");
        }
    }

    @Nested
    class AnAdministrator {

        @Test
        void seesNoBusinessRecord() {
            var admin = as.create(Role.ADMIN);

            assertThat(eyes.status(admin, "/tickets")).isEqualTo(403);
            assertThat(eyes.status(admin, "/projects/OWN")).isEqualTo(404);
            assertThat(eyes.page(admin, "/search?q=海天")).doesNotContain("/customers/", "/projects/", "/tickets/");
            eyes.seesNoCustomer(admin);
        }
    }

    @Nested
    class ACustomer {

        @Test
        void seesOwnTicketsOnlyAndNoNoteOfOurs() {
            world.note(world.ownTicket, "机密备注");

            assertThat(eyes.page(world.contact, "/portal/tickets")).doesNotContain("海天主轴");
            assertThat(eyes.status(world.contact, "/portal/tickets/" + world.ownTicket))
                    .isEqualTo(404);
            assertThat(eyes.page(world.managingContact, "/portal/tickets"))
                    .contains("海天主轴")
                    .doesNotContain("蓝山");
            assertThat(eyes.page(world.managingContact, "/portal/tickets/" + world.ownTicket))
                    .contains("开机后有异响")
                    .doesNotContain("机密备注");
        }

        @Test
        void seesProjectsOfTheOwnCompanyOnlyAsItsManager() {
            assertThat(eyes.page(world.managingContact, "/portal/projects"))
                    .contains("海天产线")
                    .doesNotContain("蓝山");
            assertThat(eyes.page(world.contact, "/portal/projects")).doesNotContain("海天产线");
            assertThat(eyes.status(world.managingContact, "/projects/OWN")).isEqualTo(403);
            assertThat(eyes.status(world.managingContact, "/customers/" + RoleWorld.HAITIAN))
                    .isEqualTo(403);
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

        assertThat(eyes.page(stranger, "/inbox")).doesNotContain("下月续约", "蓝山");
    }
}
