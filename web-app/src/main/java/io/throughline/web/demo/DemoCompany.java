package io.throughline.web.demo;

import io.throughline.aftersales.sla.SlaClocks;
import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.BroughtPlans;
import io.throughline.project.template.BroughtTemplates;
import io.throughline.web.security.DemoSignIns;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company to look around in: two years of customers, projects and tickets up to today, told from a seed, and gone again
 * by one call.
 *
 * <p>Its rows are written in bulk, with all that commands derive, and indexed by their owners; their ids come from one stretch set aside for it, which
 * is how they are known again.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class DemoCompany implements DemoSignIns {

    static final List<String> SIGN_INS = List.of(
            "admin",
            "manager",
            "pm",
            "member",
            "coordinator",
            "agent",
            "technician",
            "trainer",
            "ae",
            "sales",
            "customer");

    private static final long SEED = 20_260_901;

    /** So far beyond the last id that no other node can be there before the sequence has been moved. */
    private static final long MARGIN = 100_000;

    private final JdbcTemplate jdbc;
    private final List<SearchSource> sources;
    private final BroughtPlans plans;
    private final BroughtTemplates templates;
    private final SlaClocks clocks;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    /** Loads it; throws {@link RuleViolation} when it is there, or when its sign-in names are somebody else's. */
    public void load(Viewer viewer) {
        load(viewer, SEED);
    }

    void load(Viewer viewer, long seed) {
        long first = reserve();
        refuseTakenNames();
        var story = new Story(jdbc, seed, clock.instant(), first);
        var timeline = new Timeline(story);
        var people = new PeopleChapter(story, Objects.requireNonNull(passwords.encode(PeopleChapter.PASSWORD)));
        people.write(administrator());
        new CustomerChapter(story).write(people);
        new ProjectChapter(story, timeline).write();
        new SlaChapter(story).write();
        new TicketChapter(story).write();
        new CorrespondenceRows(story, first).write();
        new ProductRows(story, first).write();
        new ContractRows(story, first).write();
        new ComplaintRows(story, first).write();
        new DiagnosisRows(story, first).write();
        new AutomationChapter(story).write();
        new AssignmentChapter(story).write();
        new DiscussionChapter(story, timeline).write();
        new KnowledgeChapter(story, first).write();
        new DeskChapter(story).write();
        new ProblemRows(story, first).write();
        new SurveyChapter(story).write();
        timeline.write();
        clocks.settle(viewer, first, first + Story.IDS - 1);
        plans.compute(viewer, projects(first));
        new DraftRows(story, first).write();
        new TemplateRows(story, first, templates).write();
        sources.forEach(source -> source.index(first, first + Story.IDS - 1));
        audit.record(viewer, AuditRecord.of(AuditAction.IMPORTED, null, "demo company"));
    }

    private List<ProjectId> projects(long first) {
        return jdbc.query(
                "select id from project.project where id between ? and ? order by id",
                (row, n) -> new ProjectId(row.getLong("id")),
                first,
                first + Story.IDS - 1);
    }

    /** Takes every row of it away, and what people hung on its customers and projects since. */
    public void remove(Viewer viewer) {
        int gone = jdbc.update("update foundation.demo_company set removed_at = ? where removed_at is null", now());
        if (gone == 0) {
            throw new RuleViolation("web.demo.notLoaded");
        }
        int records = new DemoRemoval(jdbc).run();
        clocks.recompute(viewer, "demo company removed");
        audit.record(viewer, AuditRecord.of(AuditAction.PURGED, null, "demo company: %d records".formatted(records)));
    }

    @Transactional(readOnly = true)
    public DemoState state(Viewer viewer) {
        return jdbc
                .query(
                        """
                        select removed_at is null as loaded, loaded_at,
                               (select count(*) from foundation.customer where id between first_id and last_id) as customers,
                               (select count(*) from project.project where id between first_id and last_id) as projects,
                               (select count(*) from project.task where id between first_id and last_id) as tasks,
                               (select count(*) from aftersales.ticket where id between first_id and last_id) as tickets,
                               (select count(*) from foundation.app_user where id between first_id and last_id) as people
                          from foundation.demo_company
                        """,
                        (row, n) -> new DemoState(
                                row.getBoolean("loaded"),
                                row.getTimestamp("loaded_at").toInstant(),
                                row.getLong("customers"),
                                row.getLong("projects"),
                                row.getLong("tasks"),
                                row.getLong("tickets"),
                                row.getLong("people")))
                .stream()
                .findFirst()
                .orElse(new DemoState(false, null, 0, 0, 0, 0, 0));
    }

    /** Whether it was ever loaded into this database, even if it has been removed since. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public boolean wasEverLoaded() {
        return is("select exists (select 1 from foundation.demo_company)");
    }

    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public boolean isLoaded() {
        return is("select exists (select 1 from foundation.demo_company where removed_at is null)");
    }

    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public boolean isFresh() {
        return is("select not exists (select 1 from foundation.app_user)");
    }

    @Override
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public List<String> names() {
        return isLoaded() ? SIGN_INS : List.of();
    }

    /** Marks it as loaded, which two at once cannot, and sets the ids aside. */
    private long reserve() {
        long taken = id("select nextval('foundation.id_seq')");
        long first = taken + MARGIN;
        jdbc.query("select setval('foundation.id_seq', ?)", row -> {}, first + Story.IDS - 1);
        int marked = jdbc.update("""
                insert into foundation.demo_company (loaded_at, first_id, last_id) values (?, ?, ?)
                on conflict (one) do update
                   set loaded_at = excluded.loaded_at, removed_at = null,
                       first_id = excluded.first_id, last_id = excluded.last_id
                 where demo_company.removed_at is not null
                """, now(), first, first + Story.IDS - 1);
        if (marked == 0) {
            throw new RuleViolation("web.demo.alreadyLoaded");
        }
        return first;
    }

    private void refuseTakenNames() {
        var wanted = Sheet.lines("people").stream().map(line -> line[0]).toList();
        var taken = jdbc.queryForList(
                "select login from foundation.app_user where lower(login) = any (?) and login <> 'admin' order by 1",
                String.class,
                (Object) Stream.concat(wanted.stream(), SIGN_INS.stream()).toArray(String[]::new));
        if (!taken.isEmpty()) {
            throw new RuleViolation("web.demo.namesTaken", String.join(", ", taken));
        }
    }

    private @Nullable Long administrator() {
        return jdbc.queryForList("select id from foundation.app_user where lower(login) = 'admin'", Long.class).stream()
                .findFirst()
                .orElse(null);
    }

    private long id(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    private boolean is(String sql) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
