package io.throughline.web.admin.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.notification.MessageRenderer;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SettingPageTests {

    private static final String PAGE = "/admin/settings";
    private static final Pattern SEEN = Pattern.compile("name=\"(seen|version)\" value=\"([^\"]*)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Settings settings;

    @Autowired
    MessageRenderer mails;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void anAdministrator() {
        admin = as.create(Role.ADMIN);
    }

    /** What is remembered of settings that were rolled back is forgotten by the next change. */
    @AfterTransaction
    void forgetSettings() {
        settings.put(Viewer.system("test"), Setting.TICKET_CLOSE_DAYS, "8");
        settings.put(Viewer.system("test"), Setting.TICKET_CLOSE_DAYS, Setting.TICKET_CLOSE_DAYS.standard());
    }

    @Test
    void savesWhatWasChangedAndLeavesATrailOfIt() {
        assertThat(send(opened(), Map.of("ticketCloseDays", "12"))).hasRedirectedUrl(PAGE);

        assertThat(settings.number(Setting.TICKET_CLOSE_DAYS)).isEqualTo(12);
        assertThat(settings.number(Setting.TICKET_REOPEN_DAYS)).isEqualTo(7);
        assertThat(jdbc.sql("""
                                select field || ': ' || old_value || ' > ' || new_value from foundation.audit_entry
                                 where table_name = 'foundation.setting' and actor_id = ?
                                """).param(admin.id().value()).query(String.class).list())
                .containsExactly("TICKET_CLOSE_DAYS: 7 > 12");
    }

    @Test
    void showsCustomersTheNameOfTheCompany() {
        jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                        values (-7, 0, 'T-7', '海天重工', '海天', 'STANDARD', now(), now())
                        """).update();
        jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (-8, 0, -7, '李明', 'zh-CN', true, now(), now())
                        """).update();
        var contact = as.user(as.contact(-8));
        assertThat(mvc.get().uri("/portal").with(contact)).bodyText().contains("class=\"product-name\">Throughline ");

        send(opened(), Map.of("companyName", " 海工智造 ", "companyNameEn", "Haigong Works"));

        assertThat(mvc.get().uri("/portal").with(contact)).bodyText().contains("class=\"product-name\">海工智造 ");
        assertThat(mvc.get().uri("/portal?lang=en").with(contact))
                .bodyText()
                .contains("class=\"product-name\">Haigong Works ");
        assertThat(mails.render("invitation", Locale.ENGLISH, Map.of("name", "Ann", "path", "/x"))
                        .html())
                .contains(">Haigong Works<");
    }

    @ParameterizedTest
    @CsvSource({
        "companyZone, Asia/Nowhere",
        "companyZone, ''",
        "ticketCloseDays, soon",
        "ticketCloseDays, 0",
        "ticketReopenDays, 1000",
        "surveyQuietDays, 0",
        "attachmentLimitMib, 100000",
        "attachmentLimitMib, ''"
    })
    void refusesNonsenseBesideItsField(String field, String value) {
        assertThat(send(opened(), Map.of(field, value)))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"" + field + "-error\"")
                .doesNotContain("??");
    }

    @Test
    void saysHowMuchTheServerTakes() {
        assertThat(send(opened(), Map.of("attachmentLimitMib", "101")))
                .bodyText()
                .contains("服务器最多接收 100 MiB；");
    }

    @Test
    void keepsTheChangesOfBothAdministrators() {
        var mine = opened();
        send(opened(), Map.of("ticketCloseDays", "12"));

        assertThat(send(mine, Map.of("ticketReopenDays", "30"))).hasRedirectedUrl(PAGE);
        assertThat(settings.number(Setting.TICKET_CLOSE_DAYS)).isEqualTo(12);
        assertThat(settings.number(Setting.TICKET_REOPEN_DAYS)).isEqualTo(30);

        assertThat(send(mine, Map.of("ticketCloseDays", "20")))
                .hasStatusOk()
                .bodyText()
                .contains("choice.ticketCloseDays");
    }

    @Test
    void isForAdministratorsOnly() {
        for (var role : Arrays.asList(Role.MANAGER, Role.CUSTOMER)) {
            assertThat(mvc.get().uri(PAGE).with(as.staff(role))).hasStatus(403);
        }
    }

    private Map<String, String> opened() {
        var fields = new LinkedHashMap<>(Map.of(
                "companyName",
                "",
                "companyNameEn",
                "",
                "companyZone",
                "Asia/Shanghai",
                "ticketCloseDays",
                "7",
                "ticketReopenDays",
                "7",
                "surveyQuietDays",
                "30",
                "complaintAcknowledgeDays",
                "1",
                "complaintCloseDays",
                "20",
                "attachmentLimitMib",
                "100"));
        var page = mvc.get().uri(PAGE).with(as.user(admin)).exchange();
        SEEN.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .results()
                .forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    private MvcTestResult send(Map<String, String> opened, Map<String, String> changed) {
        var fields = new LinkedHashMap<>(opened);
        fields.putAll(changed);
        var request = mvc.post().uri(PAGE).with(as.user(admin)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
