package io.throughline.web.security;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.SignInAs;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two companies with a project and a ticket each, so that every role has something of its own and something of others:
 * 海天 with the project OWN of {@link #leader}, 蓝山 with the project OTHER and the private one HIDDEN.
 */
@TestComponent
@RequiredArgsConstructor
class RoleWorld {

    static final String HAITIAN = "C-98001";
    static final String LANSHAN = "C-98002";
    static final String OWN_BUDGET = "1,111,000";
    static final String OTHER_BUDGET = "7,777,000";

    private final SignInAs as;
    private final Projects projects;
    private final Tickets tickets;
    private final TicketConversation conversation;
    private final List<SearchSource> sources;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    Viewer manager;
    Viewer leader;
    Viewer otherLeader;
    Viewer executive;
    Viewer agent;
    Viewer contact;
    Viewer managingContact;
    long haitian;
    long lanshan;
    long team;

    /** Traced to OWN, in no team. */
    String ownTicket;

    /** Traced to OTHER, in {@link #team}. */
    String otherTicket;

    void make() {
        manager = as.create(Role.MANAGER);
        leader = as.create(Role.PROJECT_MANAGER);
        otherLeader = as.create(Role.PROJECT_MANAGER);
        executive = as.create(Role.ACCOUNT_EXECUTIVE);
        team = id("""
                insert into foundation.team (id, version, name_zh, name_en, active, created_at, changed_at)
                values (nextval('foundation.id_seq'), 0, '主轴组', 'Spindles', true, now(), now()) returning id
                """);
        agent = as.create(Role.SUPPORT_AGENT);
        haitian = customer(HAITIAN, "海天", executive);
        lanshan = customer(LANSHAN, "蓝山", null);
        contact = as.contact(person(haitian, "李敏", false));
        managingContact = as.contact(person(haitian, "陈经理", true));
        project(leader, "OWN", "海天产线", haitian, Visibility.INTERNAL, "1111000");
        project(otherLeader, "OTHER", "蓝山产线", lanshan, Visibility.INTERNAL, "7777000");
        project(otherLeader, "HIDDEN", "蓝山密线", lanshan, Visibility.PRIVATE, "7777000");
        ownTicket = ticket("海天主轴", haitian, "OWN");
        otherTicket = ticket("蓝山主轴", lanshan, "OTHER");
        assign(otherTicket, team, null);
        entities.flush();
        sources.forEach(source -> source.index(0, Long.MAX_VALUE));
        entities.clear();
    }

    void assign(String ticket, @Nullable Long toTeam, @Nullable Viewer to) {
        tickets.assign(
                manager,
                ticket,
                new AssignTicket(toTeam, to == null ? null : to.id().value(), null));
        entities.flush();
    }

    void join(String project, Viewer who, String role) {
        jdbc.sql("""
                        insert into project.project_member (id, version, project_id, user_id, role, created_at, changed_at)
                        select nextval('foundation.id_seq'), 0, p.id, ?, ?, now(), now()
                          from project.project p where p.key = ?
                        """).params(who.id().value(), role, project).update();
    }

    void note(String ticket, String words) {
        conversation.add(manager, ticket, AddMessage.note(words));
        entities.flush();
    }

    private void project(Viewer lead, String key, String name, long customer, Visibility visibility, String budget) {
        projects.create(
                lead,
                new CreateProject(
                        name,
                        key,
                        "按期交付",
                        customer,
                        false,
                        null,
                        visibility,
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2026, 9, 1),
                        new BigDecimal(budget),
                        "equipment-delivery"));
        entities.flush();
    }

    private String ticket(String subject, long customer, String project) {
        var number = tickets.open(
                        manager,
                        OpenTicket.of(TicketKind.DIAGNOSIS, subject, "开机后有异响").askedBy(customer, null))
                .number();
        entities.flush();
        jdbc.sql(
                        "update aftersales.ticket set project_id = (select id from project.project where key = ?) where number = ?")
                .params(project, number)
                .update();
        entities.clear();
        return number;
    }

    private long customer(String number, String shortName, @Nullable Viewer executiveOf) {
        return jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, account_executive_id,
                               created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :number, :name || '有限公司', :name, 'STANDARD', :executive,
                               now(), now())
                        returning id
                        """)
                .param("number", number)
                .param("name", shortName)
                .param(
                        "executive",
                        executiveOf == null ? null : executiveOf.id().value())
                .query(Long.class)
                .single();
    }

    private long person(long customer, String name, boolean manages) {
        return jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, ?, 'zh-CN', ?, now(), now()) returning id
                        """).params(customer, name, manages).query(Long.class).single();
    }

    private long id(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
