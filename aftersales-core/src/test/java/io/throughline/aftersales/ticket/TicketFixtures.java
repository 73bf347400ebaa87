package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two companies, people of both sides, and teams, made where a test needs them. */
@TestComponent
@RequiredArgsConstructor
public class TicketFixtures {

    private static final Viewer SYSTEM = Viewer.system("test");

    private final Users users;
    private final Viewers viewers;
    private final PortalTickets portal;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    public Viewer staff(Role... roles) {
        return load(users.create(SYSTEM, user(Set.of(roles), null)));
    }

    public Viewer agentOf(long team) {
        var agent = staff(Role.SUPPORT_AGENT);
        jdbc.sql("insert into foundation.team_member (team_id, user_id) values (?, ?)")
                .params(team, agent.id().value())
                .update();
        return viewers.load(agent.id()).orElseThrow();
    }

    public Viewer contactUser(ContactId contact) {
        return load(users.create(SYSTEM, user(Set.of(Role.CUSTOMER), contact.value())));
    }

    public CustomerId customer() {
        return new CustomerId(
                jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, :number, '蓝山数据有限公司', '蓝山数据', 'STANDARD', now(),
                               now())
                        returning id
                        """).param("number", unique("C")).query(Long.class).single());
    }

    public ContactId contact(CustomerId customer, boolean manager) {
        return new ContactId(jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, :customer, '李敏', 'zh-CN', :manager, now(), now())
                        returning id
                        """)
                .param("customer", customer.value())
                .param("manager", manager)
                .query(Long.class)
                .single());
    }

    public long team(String name) {
        return jdbc.sql("""
                        insert into foundation.team (id, version, name_zh, name_en, active, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :name, :name, true, now(), now())
                        returning id
                        """).param("name", name).query(Long.class).single();
    }

    /** The number of a ticket the contact asked for. */
    public String ticket(Viewer asker, String subject) {
        return portal.ask(asker, new AskForHelp(null, subject, subject + "的详情", null, null))
                .number();
    }

    public List<String> noticesOf(Viewer viewer) {
        return jdbc.sql("select kind from foundation.notice where user_id = ? order by id")
                .param(viewer.id().value())
                .query(String.class)
                .list();
    }

    private Viewer load(UserId id) {
        entities.flush();
        return viewers.load(id).orElseThrow();
    }

    private static CreateUser user(Set<Role> roles, @Nullable Long contact) {
        return new CreateUser(unique("u"), "王芳", null, null, roles, null, contact);
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 10);
    }
}
