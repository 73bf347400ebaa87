package io.throughline.web.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SaveTeam;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two administrators have the same form open, or one person in two windows; both save. */
@WebTest
class AdminFormMergeTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Teams teams;

    @Autowired
    TeamQueries teamQueries;

    @Autowired
    Users users;

    @Autowired
    UserQueries userQueries;

    @Autowired
    Comments comments;

    @Autowired
    EntityManager entities;

    private Viewer admin;
    private Viewer li;
    private Viewer wang;
    private Viewer zhao;
    private TeamId team;

    @BeforeEach
    void aTeamOfTwo() {
        admin = as.create(Role.ADMIN, Role.SUPPORT_AGENT);
        li = as.create(Role.SUPPORT_AGENT);
        wang = as.create(Role.SUPPORT_AGENT);
        zhao = as.create(Role.SUPPORT_AGENT);
        team = teams.found(
                admin, new SaveTeam("一线" + li.login(), "First " + li.login(), Set.of(id(li), id(wang)), null));
        flush();
    }

    @Test
    void letsOneAddAMemberWhileTheOtherTakesOneOut() {
        var mine = open(teamPage());
        save(teamPage(), open(teamPage()), names(), "members", List.of(id(li), id(wang), id(zhao)));

        assertThat(save(teamPage(), mine, names(), "members", List.of(id(wang))))
                .hasStatus3xxRedirection();

        assertThat(teamQueries.require(admin, team).memberIds()).containsExactlyInAnyOrder(id(wang), id(zhao));
    }

    @Test
    void takesTheLastMemberOutOnlyWhenThePageOfferedTheBoxes() {
        assertThat(save(teamPage(), open(teamPage()), names(), "_members", List.of("on")))
                .hasStatus3xxRedirection();
        assertThat(teamQueries.require(admin, team).memberIds()).isEmpty();
    }

    @Test
    void keepsMembersWhenOnlyTheNameIsSent() {
        assertThat(save(teamPage(), open(teamPage()), names(), "nameEn", List.of("Second line")))
                .hasStatus3xxRedirection();

        assertThat(teamQueries.require(admin, team).nameEn()).isEqualTo("Second line");
        assertThat(teamQueries.require(admin, team).memberIds()).containsExactlyInAnyOrder(id(li), id(wang));
    }

    @Test
    void keepsAMemberWhoWasDeactivated() {
        users.deactivate(admin, li.id());
        flush();
        assertThat(mvc.get().uri(teamPage()).with(as.user(admin))).bodyText().contains(li.name());
    }

    @Test
    void showsBothNamesOfATeamToChoose() {
        var mine = open(teamPage());
        save(teamPage(), open(teamPage()), names(), "nameEn", List.of("Their name"));

        var asked = save(teamPage(), mine, names(), "nameEn", List.of("My name"));
        assertThat(asked).hasStatusOk().bodyText().contains("Their name", "My name", "choice.nameEn", admin.name());

        var again = HiddenFields.of(asked);
        again.put("choice.nameEn", "mine");
        assertThat(save(teamPage(), again, names(), "nameEn", List.of("My name")))
                .hasStatus3xxRedirection();
        assertThat(teamQueries.require(admin, team).nameEn()).isEqualTo("My name");
    }

    @Test
    void givesAPersonTheRolesAndTeamsOfBothAdministratorsAndTheNumberOfOne() {
        var page = "/admin/users/" + li.login();
        var mine = open(page);
        save(page, open(page), person(Map.of("mobile", "13800001111")), "roles", List.of("SUPPORT_AGENT", "TRAINER"));

        assertThat(save(page, mine, person(Map.of("_teamIds", "on")), "roles", List.of("SUPPORT_AGENT", "SALES")))
                .hasStatus3xxRedirection();

        var user = userQueries.require(admin, li.login());
        assertThat(user.row().roles()).containsExactlyInAnyOrder(Role.SUPPORT_AGENT, Role.TRAINER, Role.SALES);
        assertThat(user.row().mobile()).isEqualTo("13800001111");
        assertThat(user.teamIds()).isEmpty();
    }

    @Test
    void showsBothNamesOfAPersonToChoose() {
        var page = "/admin/users/" + li.login();
        var mine = open(page);
        save(page, open(page), person(Map.of("roles", "SUPPORT_AGENT")), "name", List.of("李娜娜"));

        assertThat(save(page, mine, person(Map.of("roles", "SUPPORT_AGENT")), "name", List.of("李小娜")))
                .hasStatusOk()
                .bodyText()
                .contains("李娜娜", "李小娜", "choice.name");
    }

    @Test
    void asksForTheRolesBesideTheirBoxes() {
        var page = "/admin/users/" + li.login();
        assertThat(save(page, open(page), person(Map.of("_roles", "on")), "name", List.of("李娜")))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"roles-error\"", "href=\"#roles\"");
    }

    @Test
    void requiresTheSecondFactorOfTheRolesOfBothAdministrators() {
        var page = "/admin/second-factor";
        var mine = open(page);
        save(page, open(page), Map.of(), "roles", List.of("SALES"));

        assertThat(save(page, mine, Map.of(), "roles", List.of("TRAINER"))).hasStatus3xxRedirection();

        assertThat(mvc.get().uri(page).with(as.user(admin)))
                .bodyText()
                .containsPattern("value=\"SALES\"[^>]*checked")
                .containsPattern("value=\"TRAINER\"[^>]*checked");
    }

    @Test
    void keepsTheHoursOfBothInACalendarAndAsksAboutTheSameDay() {
        var created = mvc.post().uri("/admin/calendars").with(as.user(admin)).with(csrf());
        hours().forEach(created::param);
        var page =
                String.valueOf(created.exchange().getMvcResult().getResponse().getRedirectedUrl());
        flush();
        var mine = open(page + "/edit");
        save(page, open(page + "/edit"), hours(), "friday", List.of("09:00-12:00"));

        assertThat(save(page, mine, hours(), "monday", List.of("10:00-18:00"))).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(page + "/edit").with(as.user(admin)))
                .bodyText()
                .contains("value=\"09:00-12:00\"", "value=\"10:00-18:00\"");

        assertThat(save(page, mine, hours(), "monday", List.of("11:00-18:00")))
                .hasStatusOk()
                .bodyText()
                .contains("10:00-18:00", "11:00-18:00", "choice.monday");
    }

    @Test
    void showsBothTextsOfAComment() {
        var comment = comments.add(li, new SubjectRef("THING", 2), new AddComment("first words"));
        flush();
        var page = "/comments/" + comment.value();
        var mine =
                HiddenFields.of(mvc.get().uri(page + "/edit").with(as.user(li)).exchange());
        var other =
                HiddenFields.of(mvc.get().uri(page + "/edit").with(as.user(li)).exchange());
        assertThat(save(li, page, other, Map.of(), "text", List.of("words from the phone")))
                .hasStatus3xxRedirection();

        assertThat(save(li, page, mine, Map.of(), "text", List.of("words from the desk")))
                .hasStatus(422)
                .bodyText()
                .contains("words from the phone", "words from the desk", "choice.text");
    }

    private Map<String, String> open(String page) {
        return HiddenFields.of(mvc.get().uri(page).with(as.user(admin)).exchange());
    }

    private MvcTestResult save(
            String page, Map<String, String> fields, Map<String, String> others, String field, List<?> values) {
        return save(admin, page, fields, others, field, values);
    }

    private MvcTestResult save(
            Viewer viewer,
            String page,
            Map<String, String> fields,
            Map<String, String> others,
            String field,
            List<?> values) {
        var request = mvc.post().uri(page).with(as.user(viewer)).with(csrf());
        var sent = new LinkedHashMap<>(others);
        sent.putAll(fields);
        sent.remove(field);
        sent.forEach(request::param);
        request.param(field, values.stream().map(String::valueOf).toArray(String[]::new));
        var result = request.exchange();
        flush();
        return result;
    }

    private String teamPage() {
        return "/admin/teams/" + team.value();
    }

    private Map<String, String> names() {
        return Map.of("nameZh", "一线" + li.login(), "nameEn", "First " + li.login());
    }

    private Map<String, String> person(Map<String, String> changed) {
        var row = userQueries.require(admin, li.login()).row();
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", li.name());
        fields.put("email", row.email() == null ? "" : row.email());
        fields.put("mobile", "");
        fields.putAll(changed);
        return fields;
    }

    private static Map<String, String> hours() {
        return Map.of("nameZh", "两班", "nameEn", "Two shifts", "zone", "Asia/Shanghai", "monday", "08:00-17:00");
    }

    private static long id(Viewer viewer) {
        return viewer.id().value();
    }

    private void flush() {
        entities.flush();
        entities.clear();
    }
}
