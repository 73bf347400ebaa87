package io.throughline.web.project.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Leave on pages and for programs. */
@WebTest
class LeavePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private Viewer member;
    private Viewer coordinator;
    private LocalDate monday;

    @BeforeEach
    void people() {
        member = as.create(Role.PROJECT_MEMBER);
        coordinator = as.create(Role.RESOURCE_COORDINATOR);
        monday = LocalDate.now().plusWeeks(2).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Test
    void isAskedForAgreedToAndCancelled() {
        assertThat(page(member, "/my/leave")).contains("申请休假", "还没有休假");
        assertThat(post(member, "/my/leave", "kind=ANNUAL&firstDay=" + monday + "&fromNoon=true&_fromNoon=on&note=探亲"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(member, "/my/leave")).contains("年假", "待审批", "探亲", "下午起");

        var approvals = page(coordinator, "/my/approvals");
        assertThat(approvals).contains(member.name() + " 的休假申请", "年假 · 还有 0 人不在 · 影响 0 个任务");
        var id = id();
        assertThat(page(coordinator, "/leave/" + id)).contains("这几天没有未完成的任务", "没有其他人休假", "探亲");
        assertThat(text(post(coordinator, "/leave/" + id + "/rejection", "version=0&reason=")))
                .contains("请写明原因");
        assertThat(post(coordinator, "/leave/" + id + "/approval", "version=0")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, "/my/leave")).contains("已同意", coordinator.name());
        assertThat(page(member, "/leave/" + id)).doesNotContain("/approval");

        assertThat(post(member, "/my/leave/" + id + "/cancellation", "")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, "/my/leave")).contains("已取消");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(text(post(
                        member,
                        "/my/leave",
                        "kind=SICK&firstDay=" + monday + "&lastDay=" + monday.minusDays(1) + "&note=门诊")))
                .contains("结束日期不能早于开始日期", "门诊", "aria-invalid=\"true\"");
        assertThat(text(post(member, "/my/leave", "kind=SICK&firstDay=" + monday.plusDays(5))))
                .contains("这几天本来就不上班");
        assertThat(text(post(member, "/my/leave", "kind=SICK&firstDay="))).contains("aria-invalid=\"true\"");
    }

    @Test
    void isTheBusinessOfWhoAskedAndWhoDecides() {
        post(member, "/my/leave", "kind=SICK&firstDay=" + monday);
        var id = id();

        assertThat(mvc.get().uri("/leave/" + id).with(as.user(as.create(Role.PROJECT_MANAGER))))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(as.create(Role.PROJECT_MANAGER), "/leave/" + id + "/approval", "version=0"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void isAskedForAndDecidedByPrograms() {
        var made = call(
                member,
                HttpMethod.POST,
                "/api/v1/leave",
                "{\"kind\":\"ANNUAL\",\"firstDay\":\"" + monday + "\"}",
                null);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        int id = JsonPath.read(text(made), "$.request.id");
        assertThat(text(call(coordinator, HttpMethod.GET, "/api/v1/leave/waiting", null, null)))
                .contains(member.login());
        assertThat(call(member, HttpMethod.POST, "/api/v1/leave/" + id + "/decision", "{\"approved\":true}", "\"0\""))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(
                        coordinator,
                        HttpMethod.POST,
                        "/api/v1/leave/" + id + "/decision",
                        "{\"approved\":false}",
                        "\"0\""))
                .hasStatus(HttpStatus.valueOf(422));
        var agreed =
                call(coordinator, HttpMethod.POST, "/api/v1/leave/" + id + "/decision", "{\"approved\":true}", "\"0\"");
        assertThat((String) JsonPath.read(text(agreed), "$.request.status")).isEqualTo("APPROVED");
        var back = call(member, HttpMethod.POST, "/api/v1/leave/" + id + "/cancellation", null, null);
        assertThat((String) JsonPath.read(text(back), "$.request.status")).isEqualTo("CANCELLED");
        assertThat(text(call(member, HttpMethod.GET, "/api/v1/leave", null, null)))
                .contains("CANCELLED");
    }

    private int id() {
        return JsonPath.read(text(call(coordinator, HttpMethod.GET, "/api/v1/leave/waiting", null, null)), "$[0].id");
    }

    private MvcTestResult call(
            Viewer viewer, HttpMethod method, String uri, @Nullable String body, @Nullable String match) {
        var request = mvc.method(method).uri(uri).with(as.user(viewer)).with(csrf().asHeader());
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return match == null
                ? request.exchange()
                : request.header("If-Match", match).exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, String fields) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(fields)
                .characterEncoding(StandardCharsets.UTF_8)
                .with(as.user(viewer))
                .with(csrf().asHeader())
                .exchange();
    }

    private String page(Viewer viewer, String uri) {
        var answer = mvc.get().uri(uri).with(as.user(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
