package io.throughline.web.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.RecordNumber;
import io.throughline.test.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LoadGeneratorTests {

    private static final String[] SIZE = {
        "load", "--tickets", "2001", "--projects", "21", "--tasks=1050", "--messages", "6100", "--seed", "7"
    };

    private static JdbcClient jdbc;
    private static String said;

    @BeforeAll
    static void load() {
        var database = TestDatabase.create();
        var source = new DriverManagerDataSource(
                database.getJdbcUrl(), String.valueOf(database.getUsername()), String.valueOf(database.getPassword()));
        jdbc = JdbcClient.create(source);
        said = run(database.getJdbcUrl(), 0);
    }

    private static String run(String url, int code) {
        var out = new ByteArrayOutputStream();
        var arguments = new java.util.ArrayList<>(java.util.List.of(SIZE));
        arguments.add("--spring.datasource.url=" + url);
        arguments.add("--spring.datasource.username=postgres");
        arguments.add("--spring.datasource.password=postgres");
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var exit = new LoadCommand(print, print).run(arguments.toArray(String[]::new));
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isEqualTo(code);
        return text;
    }

    @Test
    void loadsExactlyWhatWasAskedFor() {
        assertThat(count("aftersales.ticket")).isEqualTo(2001);
        assertThat(count("aftersales.ticket_message")).isEqualTo(6100);
        assertThat(count("project.project")).isEqualTo(21);
        assertThat(count("project.task")).isEqualTo(1050);
        assertThat(said).contains("Loaded 2,001 tickets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aftersales.ticket t where t.public_replies <> (select count(*) from aftersales.ticket_message m"
                        + " where m.ticket_id = t.id and m.visibility = 'PUBLIC' and not m.from_customer)",
                "aftersales.ticket t where t.last_public_message_id is distinct from (select m.id from"
                        + " aftersales.ticket_message m where m.ticket_id = t.id and m.visibility = 'PUBLIC'"
                        + " order by m.at desc, m.id desc limit 1)",
                "aftersales.ticket t where t.first_response_at is distinct from (select min(m.at) from"
                        + " aftersales.ticket_message m where m.ticket_id = t.id and m.visibility = 'PUBLIC'"
                        + " and not m.from_customer)",
                "aftersales.ticket t where t.status <> (select s.to_status from aftersales.ticket_status_change s"
                        + " where s.ticket_id = t.id order by s.at desc, s.id desc limit 1)",
                "aftersales.ticket t join foundation.contact c on c.id = t.requester_id where c.customer_id <> t.customer_id",
                "aftersales.ticket t left join foundation.team_member m on m.team_id = t.team_id and m.user_id = t.assignee_id"
                        + " where t.assignee_id is not null and m.user_id is null",
                "aftersales.ticket where opened_at > now() or closed_at > now() or active_at > now()"
                        + " or resolved_at < first_response_at or closed_at < resolved_at",
                "aftersales.ticket t where not exists (select 1 from foundation.search_entry s where s.subject_id = t.id)",
                "aftersales.survey_response r join aftersales.survey_invitation i on i.id = r.invitation_id"
                        + " where r.answered_at < i.invited_at or r.answered_at > now()",
                "project.task s cross join lateral (select min(t.planned_start) as start, max(t.planned_finish) as finish,"
                        + " case when bool_and(t.status = 'DONE') then max(t.actual_finish) end as done,"
                        + " sum(t.effort_minutes)::bigint as effort from project.task t where t.parent_id = s.id) d"
                        + " where s.summary and (s.planned_start, s.planned_finish, s.actual_finish, s.effort_minutes)"
                        + " is distinct from (d.start, d.finish, d.done, d.effort)",
                "project.task s where s.summary and s.status = 'DONE' and exists (select 1 from project.task t"
                        + " where t.parent_id = s.id and t.status <> 'DONE')",
                "project.task_number n where n.last_number <> (select max(number) from project.task t"
                        + " where t.project_id = n.project_id)"
            })
    void keepsWhatIsDerivedInStep(String wrong) {
        assertThat(count(wrong)).isZero();
    }

    @Test
    void numbersTicketsOnWithCheckDigits() {
        assertThat(jdbc.sql("select number from aftersales.ticket")
                        .query(String.class)
                        .list())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        number -> assertThat(RecordNumber.parseChecked(number)).contains(number));
        assertThat(jdbc.sql("select sum(last) from foundation.number_series where series = 'TK'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2001);
    }

    @Test
    void putsKeysAndIndexesUpAgainAndLeavesFreeIds() {
        assertThat(count("pg_indexes where schemaname = 'aftersales' and tablename = 'ticket'"))
                .isGreaterThan(20);
        assertThat(count("pg_constraint where contype = 'f' and conrelid = 'aftersales.ticket_message'::regclass"))
                .isEqualTo(4);
        assertThat(count("aftersales.survey_response where id > (select last_value from foundation.id_seq)"))
                .isZero();
        assertThat(count("foundation.search_entry where terms @@ '''堆垛'''::tsquery"))
                .isPositive();
    }

    @Test
    void refusesWhatIsNoSize() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new LoadCommand(print, print).run(new String[] {"load", "--tickets", "many"}))
                .isEqualTo(2);
        assertThat(new LoadCommand(print, print).run(new String[] {"load", "--tickets", "10", "--messages", "3"}))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("many is not a number", "Usage: load");
    }

    private static long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
