package io.throughline.web.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class InsightPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Test
    void showsBothSidesToTheManager() {
        assertThat(mvc.get().uri("/insights?lang=en").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("On-time milestone rate", "On-time delivery rate", "Open tickets", "Overdue tickets");
    }

    @Test
    void showsHowTheServiceDeskDoes() {
        assertThat(mvc.get().uri("/insights/service?lang=en").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("First response in time", "Net Promoter Score", "Article reuse", "last 12 months", "As of")
                .doesNotContain("??");
    }

    @Test
    void leavesOutOfASliceWhatCannotBeToldApart() {
        assertThat(mvc.get()
                        .uri("/insights/service?filter.kind=DIAGNOSIS&filter.team=7&period=2026-Q4&lang=en")
                        .with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("/insights/kpis/backlog?period=2026-Q4&amp;filter.team=7&amp;filter.kind=DIAGNOSIS")
                .contains("are left out");
        assertThat(mvc.get()
                        .uri("/insights/service?filter.kind='&filter.team=x&filter.customer=-1")
                        .with(as.staff(Role.ACCOUNT_EXECUTIVE)))
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/insights/kpis/one-touch?filter.kind=TRAINING&lang=en")
                        .with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("Only the part that was filtered");
    }

    @Test
    void showsDurationsInWorkingHoursAndSaysWhatHasNoRecords() {
        assertThat(mvc.get().uri("/insights/service?lang=en").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("Durations in working hours", "P90", "/insights/kpis/mtta?period=", "Cost per ticket:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sla-first-response",
                "sla-restore",
                "sla-resolution",
                "first-contact-resolution",
                "one-touch",
                "reopen-rate",
                "escalation-rate",
                "first-response-time",
                "resolution-time",
                "resolution-time-gross",
                "resolution-time-elapsed",
                "third-party-time",
                "mtta",
                "next-update-time",
                "restore-time",
                "requester-wait",
                "sla-ticket-compliance",
                "sla-next-response",
                "reassignments",
                "ticket-volume",
                "backlog-age",
                "csat",
                "nps",
                "ces",
                "response-rate",
                "article-reuse"
            })
    void namesEachMeasureInBothLanguages(String id) {
        for (var language : new String[] {"en", "zh-CN"}) {
            assertThat(mvc.get()
                            .uri("/insights/kpis/{id}?period=2019-05&lang={language}", id, language)
                            .with(as.staff(Role.MANAGER)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??", "kpi." + id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"milestone-on-time", "delivery-on-time", "backlog", "overdue-tickets"})
    void opensTheListBehindEachNumber(String id) {
        assertThat(mvc.get()
                        .uri("/insights/kpis/{id}?period=2026-Q4&lang=zh-CN", id)
                        .with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("背后的记录（0）");
    }

    @Test
    void keepsATargetAndRefusesNonsense() {
        var manager = as.staff(Role.MANAGER);

        assertThat(mvc.post()
                        .uri("/insights/kpis/milestone-on-time/target")
                        .param("period", "2026")
                        .param("target", "fast")
                        .with(manager)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("fast", "aria-invalid");
        assertThat(mvc.post()
                        .uri("/insights/kpis/milestone-on-time/target")
                        .param("period", "2026")
                        .param("target", "90")
                        .with(manager)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri("/insights/kpis/milestone-on-time?period=2026-Q4")
                        .with(manager))
                .bodyText()
                .contains("90");
    }

    @Test
    void isNotForAgents() {
        assertThat(mvc.get().uri("/insights").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatus(403);
    }
}
