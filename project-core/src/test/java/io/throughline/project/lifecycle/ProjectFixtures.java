package io.throughline.project.lifecycle;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and projects to test with. */
@Component
public class ProjectFixtures {

    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Users users;
    private final Viewers viewers;
    private final Projects projects;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    ProjectFixtures(Users users, Viewers viewers, Projects projects, JdbcClient jdbc, EntityManager entities) {
        this.users = users;
        this.viewers = viewers;
        this.projects = projects;
        this.jdbc = jdbc;
        this.entities = entities;
    }

    public Viewer a(Role... roles) {
        int n = COUNTER.incrementAndGet();
        var command = new CreateUser("person" + n, "王芳" + n, null, null, Set.of(roles), null, null);
        return load(command);
    }

    private Viewer load(CreateUser command) {
        var id = users.create(Viewer.system("test"), command);
        entities.flush();
        return viewers.load(id).orElseThrow();
    }

    public ProjectAccess aProject(Viewer manager) {
        return aProject(manager, Visibility.INTERNAL, null);
    }

    public ProjectAccess aProject(Viewer manager, Visibility visibility, @Nullable String template) {
        return projects.create(manager, command("压缩机站扩建", visibility, null, template));
    }

    public ProjectAccess aProjectFor(Viewer manager, long customer) {
        return projects.create(manager, command("压缩机站扩建", Visibility.INTERNAL, customer, null));
    }

    public static CreateProject command(
            String name, Visibility visibility, @Nullable Long customer, @Nullable String template) {
        return new CreateProject(
                name, null, null, customer, false, null, visibility, MONDAY, null, null, null, template);
    }

    /** A customer company with the given account executive. */
    public long aCustomer(@Nullable Viewer accountExecutive) {
        int n = COUNTER.incrementAndGet();
        return jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, account_executive_id,
                                                         created_at, changed_at)
                        values (?, 0, ?, '海天重工', '海天', 'STANDARD', ?, now(), now()) returning id
                        """)
                .params(
                        -n,
                        "T-" + n,
                        accountExecutive == null ? null : accountExecutive.id().value())
                .query(Long.class)
                .single();
    }

    /** A portal user of the customer. */
    public Viewer aContact(long customer, boolean manager) {
        int n = COUNTER.incrementAndGet();
        jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (?, 0, ?, '李明', 'zh-CN', ?, now(), now())
                        """).params(-n, customer, manager).update();
        var command = new CreateUser("contact" + n, "李明", null, null, Set.of(Role.CUSTOMER), null, (long) -n);
        return load(command);
    }
}
