package io.throughline.web.admin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CalendarPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Test
    void listsTheCalendars() {
        assertThat(get("/admin/calendars")).hasStatusOk().bodyText().contains("中国标准", "Asia/Shanghai", "Europe/Berlin");
    }

    @Test
    void showsAYearWithItsHolidays() {
        assertThat(get("/admin/calendars/1?year=2026"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-10-01", "国庆节", "调休", "day made-up", "09:00-12:00");
    }

    @Test
    void createsAndChangesACalendar() {
        assertThat(get("/admin/calendars/new")).hasStatusOk().bodyText().contains("星期一");
        var created = mvc.post()
                .uri("/admin/calendars")
                .param("nameZh", "现场")
                .param("nameEn", "Site")
                .param("zone", "Asia/Tokyo")
                .param("monday", "08:00-12:00")
                .with(as.staff(Role.ADMIN))
                .with(csrf())
                .exchange();

        var location = java.util.Objects.requireNonNull(created.getResponse().getRedirectedUrl());
        assertThat(get(location)).hasStatusOk().bodyText().contains("现场", "Asia/Tokyo");
        assertThat(get(location + "/edit")).hasStatusOk().bodyText().contains("08:00-12:00");
    }

    @Test
    void keepsWhatWasTypedBesideTheReason() {
        var refused = mvc.post()
                .uri("/admin/calendars")
                .param("nameZh", "现场")
                .param("nameEn", "Site")
                .param("zone", "Asia/Tokyo")
                .param("monday", "12:00-08:00")
                .with(as.staff(Role.ADMIN))
                .with(csrf())
                .exchange();

        assertThat(refused).hasStatusOk().bodyText().contains("12:00-08:00", "结束晚于开始");
    }

    @Test
    void addsAndRemovesASpecialDay() {
        var added = mvc.post()
                .uri("/admin/calendars/2/special-days")
                .param("date", "2026-12-24")
                .param("kind", "OVERRIDE")
                .param("periods", "08:00-12:00")
                .param("nameZh", "平安夜")
                .param("nameEn", "Christmas Eve")
                .with(as.staff(Role.ADMIN))
                .with(csrf())
                .exchange();

        assertThat(added).redirectedUrl().isEqualTo("/admin/calendars/2?year=2026");
        assertThat(get("/admin/calendars/2?year=2026")).bodyText().contains("平安夜");
        assertThat(mvc.post()
                        .uri("/admin/calendars/2/special-days/removal")
                        .param("date", "2026-12-24")
                        .param("kind", "OVERRIDE")
                        .with(as.staff(Role.ADMIN))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(get("/admin/calendars/2?year=2026")).bodyText().doesNotContain("平安夜");
    }

    @Test
    void importsAllRowsOrNone() {
        assertThat(take("2027-01-01,holiday,,元旦,\n2027-99-01,holiday\n"))
                .hasStatusOk()
                .bodyText()
                .contains("2027-99-01", "没有导入");
        assertThat(get("/admin/calendars/2?year=2027")).bodyText().doesNotContain("元旦");
        assertThat(take("2027-01-01,holiday,,元旦,\n")).hasStatus3xxRedirection();
        assertThat(get("/admin/calendars/2?year=2027")).bodyText().contains("元旦");
    }

    @Test
    void explainsADueTime() {
        assertThat(get("/admin/calendars/1/due?start=2026-11-20T17:30&minutes=75"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-11-23 09:45:00", "非工作时间");
        assertThat(get("/admin/calendars/1/due?start=2026-11-20T17:30&minutes=many"))
                .hasStatusOk()
                .bodyText()
                .contains("“many”不是数字");
    }

    private MvcTestResult take(String csv) {
        return mvc.post()
                .uri("/admin/calendars/2/imports")
                .multipart()
                .file(new MockMultipartFile("file", "days.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(as.staff(Role.ADMIN))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(as.staff(Role.ADMIN)).exchange();
    }
}
