package io.throughline.web.admin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CalendarApiTests {

    private static final String SHANGHAI = """
            {"name":"上海支持","nameEn":"Shanghai support","zone":"Asia/Shanghai","week":[
              {"day":"MON","from":"09:00","to":"12:00"},{"day":"MON","from":"13:00","to":"18:00"},
              {"day":"TUE","from":"09:00","to":"24:00"}],
             "exceptions":[{"date":"2026-10-01","periods":[]},
              {"date":"2026-10-10","periods":[{"from":"08:00","to":"17:00"}]},
              {"date":"2026-10-12","kind":"BREAK","periods":[{"from":"10:00","to":"11:00"}],"name":"盘点"}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Test
    void createsAndShowsACalendar() {
        var created = post("/api/v1/calendars", SHANGHAI, Role.ADMIN);

        assertThat(created).hasStatus(201).bodyJson().extractingPath("$.name").isEqualTo("上海支持");
        var location = created.getResponse().getHeader("Location");
        var shown = mvc.get().uri(location).with(as.staff(Role.MANAGER)).exchange();
        assertThat(shown)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.week[2]")
                .asMap()
                .containsEntry("to", "24:00");
        assertThat(shown)
                .bodyJson()
                .extractingPath("$.exceptions[*].kind")
                .isEqualTo(List.of("HOLIDAY", "OVERRIDE", "BREAK"));
        assertThat(shown).headers().hasValue("ETag", "\"0\"");
    }

    @Test
    void changesACalendarOnlyFromItsPresentVersion() {
        var location =
                post("/api/v1/calendars", SHANGHAI, Role.ADMIN).getResponse().getHeader("Location");

        assertThat(put(location, null)).hasStatus(428);
        assertThat(put(location, "\"7\"")).hasStatus(412);
        assertThat(put(location, "\"0\""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.revision")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 90, 2026-11-24T01:30:00Z",
        "2026-11-20T18:00:00+08:00, -0.5, 2026-11-20T09:59:30Z",
        "2026-11-20T18:00:00+08:00, 0, 2026-11-23T01:00:00Z",
        "2026-11-20T18:00:00+08:00, 480, 2026-11-23T10:00:00Z"
    })
    void saysWhenWorkingMinutesAreOver(String start, String minutes, String due) {
        assertThat(post(
                        "/api/v1/calendars/1/due",
                        "{\"start\":\"%s\",\"workingMinutes\":%s}".formatted(start, minutes)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .isEqualTo(due);
    }

    @Test
    void explainsTheDueTime() {
        var answer = post("/api/v1/calendars/1/due", """
                {"start":"2026-11-20T09:30:00Z","workingMinutes":75.5,
                 "pauses":[{"from":"2026-11-23T01:10:00Z","to":"2026-11-23T01:20:00Z"}]}""");

        assertThat(answer).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"due":"2026-11-23T01:55:30Z","segments":[
                 {"from":"2026-11-20T09:30:00Z","to":"2026-11-20T10:00:00Z","kind":"COUNTED","minutes":30},
                 {"from":"2026-11-20T10:00:00Z","to":"2026-11-23T01:00:00Z","kind":"OUTSIDE_HOURS","minutes":3780},
                 {"from":"2026-11-23T01:00:00Z","to":"2026-11-23T01:10:00Z","kind":"COUNTED","minutes":10},
                 {"from":"2026-11-23T01:10:00Z","to":"2026-11-23T01:20:00Z","kind":"PAUSED","minutes":10},
                 {"from":"2026-11-23T01:20:00Z","to":"2026-11-23T01:55:30Z","kind":"COUNTED","minutes":35.5}]}""");
    }

    @Test
    void countsWorkingDays() {
        assertThat(post(
                        "/api/v1/calendars/1/due",
                        "{\"start\":\"2026-11-20T02:00:00Z\",\"workingDays\":2,\"endOfDay\":true}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void saysWhatIsLeftWhileAPauseHasNoEnd() {
        var answer = post("/api/v1/calendars/1/due", """
                {"start":"2026-11-20T09:30:00Z","workingMinutes":75,"pauses":[{"from":"2026-11-20T09:40:00Z"}]}""");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.due").isNull();
        assertThat(answer).bodyJson().extractingPath("$.remainingMinutes").isEqualTo(65);
    }

    @Test
    void countsWorkingTime() {
        assertThat(post("/api/v1/calendars/1/working-time", """
                        {"from":"2026-11-20T09:30:00Z","to":"2026-11-23T01:45:30Z",
                         "pauses":[{"from":"2026-11-21T00:00:00Z","to":"2026-11-23T01:15:00Z"}]}"""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.workingMinutes")
                .isEqualTo(60.5);
        assertThat(post(
                        "/api/v1/calendars/1/working-time",
                        "{\"from\":\"2026-11-23T02:00:00Z\",\"to\":\"2026-11-23T01:00:00Z\"}"))
                .bodyJson()
                .extractingPath("$.workingMinutes")
                .isEqualTo(-60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name",
                "{\"name\":\"x\",\"zone\":\"Mars/Base\",\"week\":[]}|/zone",
                "{\"name\":\"x\",\"zone\":\"UTC\"}|/week",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[{\"day\":\"MOO\",\"from\":\"08:00\",\"to\":\"12:00\"}]}|/week/0/day",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[{\"day\":\"MON\",\"from\":\"25:00\",\"to\":\"26:00\"}]}|/week/0/from",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[{\"day\":\"MON\",\"from\":\"12:00\",\"to\":\"08:00\"}]}|/week/0",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[{\"day\":\"MON\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"MON\",\"from\":\"11:00\",\"to\":\"13:00\"}]}|/week/1",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[],\"exceptions\":[{\"date\":\"2026-02-30\"}]}|/exceptions/0/date",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":[],\"exceptions\":[{\"date\":\"2026-02-01\"},{\"date\":\"2026-02-01\"}]}|/exceptions/1/date",
                "{\"name\":\"x\",\"zone\":\"UTC\",\"week\":\"always\"}|/week",
                "{\"name\":\"x\"|''",
            })
    void namesWhatIsWrongWithACalendar(String body, String pointer) {
        var answer = post("/api/v1/calendars", body, Role.ADMIN);

        assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"workingMinutes\":5}|/start",
                "{\"start\":\"yesterday\",\"workingMinutes\":5}|/start",
                "{\"start\":\"2026-11-20T09:30:00Z\"}|/workingMinutes",
                "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":5,\"workingDays\":5}|/workingMinutes",
                "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":1e99}|/workingMinutes",
                "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":\"many\"}|/workingMinutes",
                "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":5,\"pauses\":[{\"to\":\"2026-11-20T09:30:00Z\"}]}|/pauses/0/from",
                "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":5,\"pauses\":[{\"from\":\"2026-11-20T09:30:00Z\",\"to\":\"2026-11-19T09:30:00Z\"}]}|/pauses/0",
            })
    void namesWhatIsWrongWithAQuestion(String body, String pointer) {
        assertThat(post("/api/v1/calendars/1/due", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void keepsCalendarsFromThoseWhoMayNot() {
        assertThat(post("/api/v1/calendars", SHANGHAI, Role.PROJECT_MANAGER)).hasStatus(403);
        assertThat(post("/api/v1/calendars/1/due", "{}", Role.CUSTOMER)).hasStatus(403);
    }

    private MvcTestResult post(String uri, String body) {
        return post(uri, body, Role.SUPPORT_AGENT);
    }

    private MvcTestResult post(String uri, String body, Role role) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.staff(role))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult put(String uri, @org.jspecify.annotations.Nullable String match) {
        var request = mvc.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(SHANGHAI.replace("\"24:00\"", "\"20:00\""))
                .with(as.staff(Role.ADMIN))
                .with(
                        org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .csrf());
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }
}
