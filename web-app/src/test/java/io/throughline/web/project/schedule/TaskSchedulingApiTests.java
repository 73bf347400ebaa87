package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.ProgramCalls;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** A plan from Monday 2026-03-02 on; whatever the engine can count a program can say. */
@WebTest
@Import(ProgramCalls.class)
class TaskSchedulingApiTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ProgramCalls calls;

    private RequestPostProcessor pm;

    @BeforeEach
    void aPlan() {
        pm = as.staff(Role.PROJECT_MANAGER);
        project("CNT");
    }

    @Test
    void countsADurationDayAndNight() {
        int task = add("{\"name\": \"Concrete sets\", \"durationMinutes\": 7200, \"elapsed\": true}");

        assertThat(dates(task)).isEqualTo("2026-03-02T08:00:00/2026-03-07T08:00:00");
        patch(task, "{\"elapsed\": false, \"durationMinutes\": 960}");
        assertThat(dates(task)).isEqualTo("2026-03-02T08:00:00/2026-03-03T17:00:00");
    }

    @Test
    void countsADurationOnACalendarOfItsOwn() {
        var nights = calendar();
        int task = add("{\"name\": \"Run in\", \"durationMinutes\": 960, \"calendarId\": %s}".formatted(nights));

        assertThat(dates(task)).isEqualTo("2026-03-07T08:00:00/2026-03-08T17:00:00");
        assertThat(read(task).get("calendarId").asString()).isEqualTo(nights);
        patch(task, "{\"name\": \"Run in the line\"}");
        assertThat(dates(task)).isEqualTo("2026-03-07T08:00:00/2026-03-08T17:00:00");
        patch(task, "{\"calendarId\": null}");
        assertThat(dates(task)).isEqualTo("2026-03-02T08:00:00/2026-03-03T17:00:00");
        assertThat(send(task, "{\"calendarId\": 4711}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/calendarId");
    }

    @Test
    void takesConstraintDeadlineModeAndTypeWithANewTask() {
        int late = add("""
                {"name": "Late", "durationMinutes": 480, "constraintType": "FNLT", "constraintDate": "2026-03-06T17:00:00",
                 "deadline": "2026-03-05T17:00:00", "effortType": "FIXED_WORK", "effortDriven": true}""");
        int put = add("""
                {"name": "Put", "mode": "MANUAL", "plannedStart": "2026-03-10T08:00:00", "durationMinutes": 480}""");

        var task = read(late);
        assertThat(task.get("constraintType").asString()).isEqualTo("FNLT");
        assertThat(task.get("deadline").asString()).isEqualTo("2026-03-05T17:00:00");
        assertThat(task.get("effortType").asString()).isEqualTo("FIXED_WORK");
        assertThat(task.get("effortDriven").asBoolean()).isTrue();
        assertThat(read(put).get("mode").asString()).isEqualTo("MANUAL");
        assertThat(read(put).get("constraintType").asString()).isEqualTo("ASAP");
    }

    @Test
    void takesWhenWorkBeganAndWhatIsLeft() {
        int task = add("{\"name\": \"Weld\", \"durationMinutes\": 1920}");
        assertThat(calls.send(
                        pm,
                        HttpMethod.POST,
                        address(task) + "/progress",
                        "{\"percent\": 25, \"actualStart\": \"2026-03-04T08:00:00\", \"remainingMinutes\": 1920}"))
                .hasStatusOk();

        assertThat(dates(task)).isEqualTo("2026-03-04T08:00:00/2026-03-11T10:40:00");
        assertThat(calls.send(pm, HttpMethod.POST, address(task) + "/progress", "{\"percent\": 50}"))
                .hasStatusOk();
        assertThat(dates(task)).isEqualTo("2026-03-04T08:00:00/2026-03-11T10:40:00");
        assertThat(calls.send(
                        pm,
                        HttpMethod.POST,
                        address(task) + "/progress",
                        "{\"percent\": 50, \"actualStart\": \"2999-01-01T08:00:00\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/actualStart");
    }

    /** Weekends alone. */
    private String calendar() {
        var made = calls.send(as.staff(Role.ADMIN), HttpMethod.POST, "/api/v1/calendars", """
                {"name": "周末", "nameEn": "Weekends", "zone": "Asia/Shanghai",
                 "week": [{"day": "SATURDAY", "from": "08:00", "to": "12:00"}, {"day": "SATURDAY", "from": "13:00", "to": "17:00"},
                          {"day": "SUNDAY", "from": "08:00", "to": "12:00"}, {"day": "SUNDAY", "from": "13:00", "to": "17:00"}]}""");
        assertThat(made).hasStatus(201);
        return ProgramCalls.location(made).replaceAll(".*/", "");
    }

    private void project(String key) {
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "Counted", "key": "%s", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """.formatted(key));
    }

    private int add(String body) {
        var made = calls.send(pm, HttpMethod.POST, "/api/v1/projects/CNT/tasks", body);
        assertThat(made).hasStatus(201);
        return Integer.parseInt(ProgramCalls.location(made).replaceAll(".*/", ""));
    }

    private void patch(int task, String body) {
        assertThat(send(task, body)).hasStatusOk();
    }

    private MvcTestResult send(int task, String body) {
        return mvc.patch()
                .uri(address(task))
                .with(pm)
                .header(HttpHeaders.IF_MATCH, "\"" + read(task).get("version").asInt() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode read(int task) {
        return calls.read(pm, address(task));
    }

    private String dates(int task) {
        var now = read(task);
        return now.get("plannedStart").asString() + "/"
                + now.get("plannedFinish").asString();
    }

    private static String address(int task) {
        return "/api/v1/projects/CNT/tasks/" + task;
    }
}
