package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks what a ticket is to point to: people, teams, customers and their contacts. */
@Component
@RequiredArgsConstructor
class TicketDesk {

    private final JdbcClient jdbc;
    private final CustomerQueries customers;

    /** Throws {@link RuleViolation} at {@code teamId} for an unknown or disbanded team. */
    void requireTeam(@Nullable Long team) {
        if (team != null && !exists("select exists (select 1 from foundation.team where id = ? and active)", team)) {
            throw new RuleViolation("aftersales.ticket.unknownTeam").at("teamId");
        }
    }

    /** Throws {@link RuleViolation} at {@code assigneeId} for somebody who is not an active colleague. */
    void requireColleague(@Nullable Long user) {
        if (user != null && !exists("""
                select exists (select 1 from foundation.app_user u
                                where u.id = ? and u.active and u.contact_id is null)
                """, user)) {
            throw new RuleViolation("aftersales.ticket.unknownColleague").at("assigneeId");
        }
    }

    /** The same ticket, in hands that are still there. */
    OpenTicket inLivingHands(OpenTicket wanted) {
        return wanted.inHands(living(wanted.hands()));
    }

    /** Of these hands those that are still there. */
    OpenTicket.Hands living(OpenTicket.Hands hands) {
        return jdbc.sql("""
                        select (select id from foundation.team where id = :team and active) as team,
                               (select id from foundation.app_user where id = :user and active) as assignee
                        """)
                .param("team", hands.teamId())
                .param("user", hands.assigneeId())
                .query((row, n) ->
                        new OpenTicket.Hands(row.getObject("team", Long.class), row.getObject("assignee", Long.class)))
                .single();
    }

    boolean isMember(long user, long team) {
        return jdbc.sql("select exists (select 1 from foundation.team_member where user_id = ? and team_id = ?)")
                .params(user, team)
                .query(Boolean.class)
                .single();
    }

    /**
     * The customer the ticket belongs to: the given one, or that of the contact. Throws {@link RuleViolation} for a
     * customer the viewer does not know, and when the contact belongs to another customer.
     */
    @Nullable
    Long customerOf(Viewer viewer, @Nullable Long customer, @Nullable Long contact) {
        var employer = contact == null ? customer : employerOf(contact);
        if (customer != null && !Objects.equals(customer, employer)) {
            throw new RuleViolation("aftersales.ticket.contactOfAnother").at("requesterId");
        }
        if (employer != null && !viewer.isCustomer()) {
            requireCustomer(viewer, employer);
        }
        return employer;
    }

    private Long employerOf(long contact) {
        return jdbc.sql("select customer_id from foundation.contact where id = ?")
                .param(contact)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.ticket.unknownContact").at("requesterId"));
    }

    private void requireCustomer(Viewer viewer, long customer) {
        if (!customers.sees(viewer, new CustomerId(customer))) {
            throw new RuleViolation("aftersales.ticket.unknownCustomer").at("customerId");
        }
    }

    /**
     * A colleague traces a ticket to a project of its customer, which everybody may choose by its name, or to one he or she
     * sees. Throws {@link RuleViolation} at {@code projectId} for any other, there or not.
     */
    void requireChoice(Viewer viewer, @Nullable Long project, @Nullable Long customer) {
        if (project != null
                && !jdbc.sql("""
                        select exists (select 1 from project.project p
                                        where p.id = :project and (p.customer_id = :customer::bigint or %s))
                        """.formatted(ProjectScope.seen(viewer)))
                        .param("project", project)
                        .param("customer", customer)
                        .query(Boolean.class)
                        .single()) {
            throw new RuleViolation("aftersales.ticket.unknownProject").at("projectId");
        }
    }

    /** The project the ticket is traced to must be the customer's own, or an internal ticket's. */
    void requireProject(@Nullable Long project, @Nullable Long customer) {
        if (project == null) {
            return;
        }
        var owner = jdbc.sql("select coalesce(customer_id, 0) from project.project where id = ?")
                .param(project)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.ticket.unknownProject").at("projectId"));
        if (customer != null && owner != 0 && !customer.equals(owner)) {
            throw new RuleViolation("aftersales.ticket.projectOfAnother").at("projectId");
        }
    }

    /** How a contact is called, for the author of what the contact said. */
    String contactName(long contact) {
        return jdbc.sql("select name from foundation.contact where id = ?")
                .param(contact)
                .query(String.class)
                .single();
    }

    private boolean exists(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Boolean.class).single();
    }
}
