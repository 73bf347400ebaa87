package io.throughline.web.project;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.document.Documents;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.GateDecision;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.lifecycle.WaiveCriterion;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.scope.Deliverables;
import io.throughline.project.scope.SaveDeliverable;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page of a project asks the database at most ten times, and as often for fifty records as for five. */
@WebTest
@Import(Statements.class)
class ProjectStatementTests {

    private static final int MOST = 10;
    private static final String OF_BENCH = "(select id from project.project where key = 'BENCH')";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    EntityManager entities;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    Deliverables deliverables;

    @Autowired
    Documents documents;

    @Autowired
    Attachments attachments;

    @Autowired
    Gates decisions;

    @Autowired
    GateQueries gates;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksSeldomAndAlike() {
        var leader = as.create(Role.PROJECT_MANAGER, Role.MANAGER);
        create(leader, "BENCH");
        var addresses = List.of(
                "/projects",
                "/projects/BENCH",
                "/projects/B0",
                "/projects/BENCH/gates/INITIATION",
                "/projects/BENCH/gates/PLANNING",
                "/projects/BENCH/closure",
                "/projects/BENCH/edit",
                "/projects/BENCH/schedule",
                "/projects/BENCH/schedule/simulation",
                "/projects/BENCH/schedule/gantt",
                "/projects/BENCH/schedule/network",
                "/projects/BENCH/schedule/gantt?baseline=0",
                "/projects/BENCH/tasks/1/edit",
                "/projects/BENCH/tasks/1",
                "/projects/BENCH/milestones",
                "/projects/BENCH/board",
                "/projects/BENCH/deliverables",
                "/projects/BENCH/deliverables/1",
                "/projects/BENCH/documents",
                "/projects/BENCH/team",
                "/my",
                "/api/v1/projects",
                "/api/v1/projects/BENCH",
                "/api/v1/projects/BENCH/tasks",
                "/api/v1/projects/BENCH/tasks/1",
                "/api/v1/projects/BENCH/milestones",
                "/api/v1/projects/BENCH/milestones/trend",
                "/api/v1/projects/BENCH/deliverables",
                "/api/v1/projects/BENCH/gates/PLANNING");
        fill(leader, 0, 5);
        pass(leader, Phase.INITIATION);
        addresses.forEach(address -> statements(address, leader));
        Map<String, List<String>> few = new LinkedHashMap<>();
        addresses.forEach(address -> few.put(address, statements(address, leader)));
        fill(leader, 5, 50);

        List<String> wrong = new ArrayList<>();
        few.forEach((address, before) -> {
            var after = statements(address, leader);
            if (after.size() != before.size() || after.size() > MOST || after.isEmpty()) {
                wrong.add("%s: %d statements, then %d:%n    %s"
                        .formatted(
                                address,
                                before.size(),
                                after.size(),
                                String.join("\n    ", after).replaceAll("[ \t]*\n[ \t]+", " ")));
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** The better of two calls: what is cached for a minute may run out during one of them. */
    private List<String> statements(String address, Viewer viewer) {
        var first = call(address, viewer);
        var second = call(address, viewer);
        return first.size() < second.size() ? first : second;
    }

    private List<String> call(String address, Viewer viewer) {
        return Statements.during(
                () -> assertThat(mvc.get().uri(address).with(as.user(viewer))).hasStatusOk());
    }

    private void create(Viewer leader, String key) {
        projects.create(
                leader,
                new CreateProject(
                        "压缩机站 " + key,
                        key,
                        null,
                        null,
                        true,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        null));
    }

    private void pass(Viewer leader, Phase phase) {
        for (var line : gates.sheet(leader, "B0", phase).criteria()) {
            if (!line.met()) {
                decisions.waive(leader, "B0", phase, new WaiveCriterion(line.key(), "客户已书面同意延后补齐"));
            }
        }
        decisions.decide(leader, "B0", phase, new DecideGate(GateDecision.GO, null));
    }

    private void talk(Viewer leader, String type, String table, String where, int i) {
        long id = jdbc.sql("select id from project.%s where %s".formatted(table, where))
                .query(Long.class)
                .single();
        attachments.comment(leader, new SubjectRef(type, id), new AddComment("见附件 " + i), List.of(file()));
    }

    private static Upload file() {
        return new Upload("图纸.pdf", "application/pdf", new ByteArrayResource("%PDF-1.7".getBytes(US_ASCII)));
    }

    private void fill(Viewer leader, int from, int to) {
        for (int i = from; i < to; i++) {
            create(leader, "B" + i);
            tasks.add(leader, "BENCH", AddTask.named("安装 " + i));
            tasks.add(
                    leader,
                    "BENCH",
                    new AddTask("验收 " + i, TaskKind.MILESTONE, null, null, null, null, null, null, null, null, null));
            deliverables.add(
                    leader,
                    "BENCH",
                    new SaveDeliverable(null, "手册 " + i, null, null, leader.id().value(), LocalDate.of(2026, 6, 1)));
            documents.add(leader, "BENCH", "图纸 " + i, null, null, file());
            talk(leader, "PROJECT", "project", "key = 'BENCH'", i);
            talk(leader, "TASK", "task", "number = 1 and project_id = " + OF_BENCH, i);
            talk(leader, "DELIVERABLE", "deliverable", "number = 1 and project_id = " + OF_BENCH, i);
            decisions.addCriterion(leader, "BENCH", Phase.INITIATION, "备件清单 " + i);
        }
        entities.flush();
        entities.clear();
    }
}
