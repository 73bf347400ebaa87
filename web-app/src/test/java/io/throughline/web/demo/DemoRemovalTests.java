package io.throughline.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class DemoRemovalTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    private DemoCompany company;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignInAs as;

    @Autowired
    private MockMvcTester mvc;

    private Map<String, Long> fresh = Map.of();

    @BeforeEach
    void load() {
        fresh = rows();
        company.load(SYSTEM);
    }

    @Test
    void showsAndRemovesItOnThePageForAdministratorsOnly() {
        var admin = as.user(as.named("admin"));
        assertThat(mvc.get().uri("/admin/demo-data").with(admin))
                .hasStatusOk()
                .bodyText()
                .contains("400");
        assertThat(mvc.get().uri("/admin/demo-data").with(as.user(as.named("manager"))))
                .hasStatus(403);
        assertThat(mvc.get().uri("/admin/demo-data/removal").with(admin)).hasStatusOk();
        assertThat(mvc.post().uri("/admin/demo-data/removal").with(admin).with(csrf()))
                .hasRedirectedUrl("/admin/demo-data");
        assertThat(company.isLoaded()).isFalse();
        assertThat(mvc.post().uri("/admin/demo-data").with(admin).with(csrf())).hasRedirectedUrl("/admin/demo-data");
        assertThat(company.isLoaded()).isTrue();
    }

    @Test
    void cannotBeLoadedTwice() {
        assertThatThrownBy(() -> company.load(SYSTEM))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("web.demo.alreadyLoaded");
    }

    @Test
    void goesWithoutATraceAndLeavesTheRestAlone() {
        long customer = id("select id from foundation.customer order by id limit 1");
        jdbc.sql("insert into foundation.customer (id, version, number, name, short_name, tier, account_executive_id,"
                        + " created_at, changed_at) values (7, 0, 'C-90001', '真实客户', '真实', 'KEY',"
                        + " (select id from foundation.app_user where login = 'ae'), now(), now())")
                .update();
        jdbc.sql("insert into foundation.comment (id, version, subject_type, subject_id, author_id, author_name, text,"
                        + " visibility, created_at, changed_at) values (8, 0, 'CUSTOMER', ?, 1, 'x', 'y', 'STAFF', now(), now()),"
                        + " (9, 0, 'CUSTOMER', 7, 1, 'x', 'y', 'STAFF', now(), now())")
                .param(customer)
                .update();

        company.remove(SYSTEM);

        assertThat(company.isLoaded()).isFalse();
        assertThat(company.names()).isEmpty();
        assertThat(count("foundation.customer")).isEqualTo(1);
        assertThat(count("foundation.customer where account_executive_id is null"))
                .isEqualTo(1);
        assertThat(count("foundation.comment")).isEqualTo(1);
        assertThat(texts("select login from foundation.app_user where login in ('admin', 'pm', 'agent', 'customer')"))
                .containsExactly("admin");
        jdbc.sql("delete from foundation.customer").update();
        jdbc.sql("delete from foundation.comment").update();
        jdbc.sql("delete from foundation.app_user where login = 'admin'").update();
        assertThat(jdbc.sql("delete from foundation.search_entry where path = '/people/admin'")
                        .update())
                .isOne();
        assertThat(jdbc.sql("delete from foundation.job").update())
                .as("the clocks of the tickets that stay are counted anew")
                .isOne();
        jdbc.sql("delete from foundation.scheduled_job").update();
        assertThat(rows()).isEqualTo(fresh);
        company.load(SYSTEM);
        assertThat(count("project.project")).isEqualTo(20);
    }

    /** How many rows each table has; the audit trail only grows, kept days are counted anew within a minute, and the marker says that it was here. */
    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        var tables = jdbc.sql("""
                        select schemaname || '.' || relname from pg_stat_user_tables
                         where schemaname in ('foundation', 'project', 'aftersales')
                           and relname !~ '^(audit_entry|demo_company|number_series|flyway|kpi_day)'
                        """).query(String.class).list();
        tables.forEach(table -> rows.put(table, count(table)));
        return rows;
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private long id(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
