package io.throughline.web.demo;

import io.throughline.foundation.people.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The company's own people, their teams and sign-ins. */
final class PeopleChapter {

    /** What everybody signs in with. */
    static final String PASSWORD = "throughline";

    private final Story story;
    private final String passwordHash;
    private final Instant since;
    private final Rows users;
    private final Rows roles;

    PeopleChapter(Story story, String passwordHash) {
        this.story = story;
        this.passwordHash = passwordHash;
        this.since = story.now.minus(Story.DAYS + 30L, ChronoUnit.DAYS);
        this.users = Rows.ofRecords(
                story.jdbc,
                "foundation.app_user",
                "login, name, email, password_hash, password_changed_at, active, contact_id, locale, zone, theme,"
                        + " single_keys");
        this.roles = Rows.of(story.jdbc, "foundation.user_role", "user_id, role");
    }

    /** @param administrator the id of an {@code admin} who is there already and stays who that is; null where none is */
    void write(@Nullable Long administrator) {
        var teams = Rows.ofRecords(story.jdbc, "foundation.team", "name_zh, name_en, active");
        for (var line : Sheet.lines("teams")) {
            long id = story.id();
            story.teams.put(line[0], id);
            teams.record(id, since, null, line[1], line[2], true);
        }
        teams.write();
        var members = Rows.of(story.jdbc, "foundation.team_member", "team_id, user_id");
        for (var line : Sheet.lines("people")) {
            var known = administrator != null && line[0].equals("admin");
            var person = new Story.Person(
                    known ? administrator : story.id(), line[0], line[1], words(line[2]), words(line[3]));
            story.people.put(person.login(), person);
            if (!known) {
                staff(person);
            }
            person.teams().forEach(team -> members.add(story.teams.get(team), person.id()));
        }
        users.write();
        roles.write();
        members.write();
    }

    /** Gives a customer's contact a sign-in. */
    void admit(Story.Contact contact, String login, @Nullable String email) {
        long id = story.id();
        add(id, login, contact.name(), email, contact.id());
        roles.add(id, Role.CUSTOMER);
        users.write();
        roles.write();
    }

    private void staff(Story.Person person) {
        add(person.id(), person.login(), person.name(), person.login() + "@throughline.example", null);
        person.roles().forEach(role -> roles.add(person.id(), Role.valueOf(role)));
    }

    private void add(long id, String login, String name, @Nullable String email, @Nullable Long contact) {
        users.record(
                id,
                since,
                null,
                login,
                name,
                email,
                passwordHash,
                since,
                true,
                contact,
                "zh-CN",
                Story.HOME.getId(),
                "system",
                true);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }
}
