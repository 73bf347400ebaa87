package io.throughline.web.project.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.people.Role;
import io.throughline.project.schedule.planfile.GeneratedPlan;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mpxj.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read of a project that was made of a file: the tasks as in the file. */
@WebTest
class PlanAnswerTests {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JsonMapper json;

    private RequestPostProcessor pm;

    @BeforeEach
    void signIn() {
        pm = as.staff(Role.PROJECT_MANAGER);
    }

    @ParameterizedTest
    @CsvSource({"quick-brown-fox-2003.mpp, FOXA", "quick-brown-fox-2007.mpp, FOXB"})
    void givesTheTasksOfAMicrosoftProjectFile(String file, String key) {
        var answer = importFile(file, PlanFiles.saved(file), key);
        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.key").isEqualTo(key);
            assertThat(body).extractingPath("$.report.tasks").isEqualTo(3);
            assertThat(body).extractingPath("$.report.links").isEqualTo(2);
            assertThat(body).extractingPath("$.report.resources").isEqualTo(2);
            assertThat(body).extractingPath("$.report.assignments").isEqualTo(2);
            assertThat(body).extractingPath("$.report.problemCount").isEqualTo(0);
        });

        assertThat(tasks(key))
                .extracting(
                        task -> task.get("number").asInt(),
                        task -> task.get("wbs").asString(),
                        task -> task.get("name").asString(),
                        task -> task.get("plannedStart").asString(),
                        task -> task.get("plannedFinish").asString(),
                        task -> task.get("durationMinutes").asInt())
                .containsExactly(
                        tuple(1, "1", "Aquire fox", "2011-11-24T08:00:00", "2011-11-24T17:00:00", 480),
                        tuple(2, "2", "Obtain Dog", "2011-11-24T08:00:00", "2011-11-24T17:00:00", 480),
                        tuple(3, "3", "Fox does his jump", "2011-11-25T08:00:00", "2011-11-25T17:00:00", 480));
        assertThat(tasks(key).get(2).get("predecessors"))
                .extracting(link ->
                        link.get("number").asInt() + " " + link.get("type").asString())
                .containsExactlyInAnyOrder("1 FINISH_TO_START", "2 FINISH_TO_START");
        assertThat(mvc.get().uri("/api/v1/projects/" + key).with(pm))
                .bodyJson()
                .extractingPath("$.access.name")
                .isEqualTo("The quick brown fox jumps over the lazy dog");
    }

    @Test
    void givesALargePlanStretchByStretchAsItWasWritten() {
        var source = GeneratedPlan.of(7, 450);
        assertThat(importFile("plan.xml", PlanFiles.mspdi(source), "GENP")).hasStatus(201);

        assertThat(tasks("GENP"))
                .extracting(task -> task.get("name").asString()
                        + "|" + task.get("depth").asInt()
                        + "|" + task.get("summary").asBoolean())
                .containsExactlyElementsOf(
                        source.getTasks().stream().map(PlanAnswerTests::line).toList());
        assertThat(tasks("GENP").stream()
                        .mapToInt(task -> task.get("predecessors").size())
                        .sum())
                .isEqualTo(source.getRelations().size());
    }

    private static String line(Task task) {
        return task.getName() + "|" + task.getOutlineLevel() + "|" + task.hasChildTasks();
    }

    private MvcTestResult importFile(String name, byte[] content, String key) {
        return mvc.post()
                .uri("/api/v1/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .param("key", key)
                .with(pm)
                .exchange();
    }

    private List<JsonNode> tasks(String key) {
        var all = new ArrayList<JsonNode>();
        var address = "/api/v1/projects/" + key + "/tasks?size=200";
        while (!address.isEmpty()) {
            var answer = mvc.get().uri(java.net.URI.create(address)).with(pm).exchange();
            assertThat(answer).hasStatusOk();
            json.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .forEach(all::add);
            var link = NEXT.matcher(String.valueOf(answer.getResponse().getHeader("Link")));
            address = link.find() ? link.group(1) : "";
        }
        return all;
    }
}
