package io.throughline.project.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.test.CoreTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(ProjectFixtures.class)
class DeliverableTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Deliverables deliverables;

    @Autowired
    DeliverableQueries queries;

    @Autowired
    ProjectQueries projects;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer customer;
    private String key;

    @BeforeEach
    void aProjectForACustomer() {
        pm = given.a(Role.PROJECT_MANAGER);
        long company = given.aCustomer(null);
        customer = given.aContact(company, true);
        key = given.aProjectFor(pm, company).key();
    }

    @Test
    void goesToTheCustomerOnlyWithCriteria() {
        deliverables.add(pm, key, deliverable("设计文件", null));

        assertThatThrownBy(() -> deliverables.submit(pm, key, 1, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void isSeenByTheCustomerOnceSubmitted() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        assertThat(queries.submitted(customer, key)).isEmpty();

        deliverables.submit(pm, key, 1, "请审阅");
        assertThat(queries.submitted(customer, key)).singleElement().satisfies(row -> assertThat(row.isSubmitted())
                .isTrue());

        deliverables.withdraw(pm, key, 1);
        assertThat(queries.submitted(customer, key)).isEmpty();
    }

    @Test
    void comesBackWithAReasonAndGoesAgain() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        deliverables.submit(pm, key, 1, null);

        assertThatThrownBy(() -> decide(DeliverableStatus.REJECTED, " ")).isInstanceOf(RuleViolation.class);
        decide(DeliverableStatus.REJECTED, "缺少计算书");
        assertThat(projects.detail(pm, key).finalAcceptanceDate()).isNull();

        deliverables.submit(pm, key, 1, "已补齐");
        decide(DeliverableStatus.ACCEPTED, null);

        var row = queries.require(pm, key, 1);
        assertThat(row.status()).isEqualTo(DeliverableStatus.ACCEPTED);
        assertThat(row.rounds())
                .extracting(DeliverableRow.Round::decision)
                .containsExactly(DeliverableStatus.ACCEPTED, DeliverableStatus.REJECTED);
        assertThat(row.rounds().get(0).signedName()).isEqualTo("李明");
    }

    @Test
    void tellsTheCustomerWhatWaitsAndUsWhatTheySaid() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        deliverables.submit(pm, key, 1, null);
        assertThat(kindsFor(customer)).containsExactly(DeliverableNotices.SUBMITTED);

        decide(DeliverableStatus.REJECTED, "缺少计算书");
        deliverables.submit(pm, key, 1, "已补齐");
        decide(DeliverableStatus.ACCEPTED, null);

        assertThat(kindsFor(pm)).containsExactly(DeliverableNotices.REJECTED, DeliverableNotices.ACCEPTED);
    }

    @Test
    void acceptsTheProjectWithItsLastDeliverable() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        deliverables.add(pm, key, deliverable("设备", "出厂测试合格"));
        deliverables.submit(pm, key, 1, null);
        deliverables.submit(pm, key, 2, null);

        decide(DeliverableStatus.ACCEPTED, null);
        assertThat(projects.detail(pm, key).finalAcceptanceDate()).isNull();

        deliverables.decide(
                customer, key, 2, new DecideDeliverable(DeliverableStatus.ACCEPTED_WITH_CONDITIONS, "月底前补铭牌", "李明"));
        assertThat(projects.detail(pm, key).finalAcceptanceDate()).isNotNull();
    }

    @Test
    void isDecidedByNobodyElse() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        deliverables.submit(pm, key, 1, null);
        var stranger = given.aContact(given.aCustomer(null), true);

        assertThatThrownBy(() -> deliverables.decide(
                        stranger, key, 1, new DecideDeliverable(DeliverableStatus.ACCEPTED, null, "王五")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsWhatWasAcceptedAsItWas() {
        deliverables.add(pm, key, deliverable("设计文件", "评审通过"));
        deliverables.submit(pm, key, 1, null);
        decide(DeliverableStatus.ACCEPTED, null);

        assertThatThrownBy(() -> deliverables.edit(pm, key, 1, deliverable("别的", "别的")))
                .isInstanceOf(RuleViolation.class);
    }

    private void decide(DeliverableStatus decision, String text) {
        deliverables.decide(customer, key, 1, new DecideDeliverable(decision, text, "李明"));
    }

    private static SaveDeliverable deliverable(String name, String criteria) {
        return new SaveDeliverable(null, name, null, criteria, null, null);
    }

    private List<String> kindsFor(Viewer viewer) {
        return jdbc.sql("select kind from foundation.notice where user_id = ? order by id")
                .param(viewer.id().value())
                .query(String.class)
                .list();
    }
}
