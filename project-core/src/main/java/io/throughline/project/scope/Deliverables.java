package io.throughline.project.scope;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.PortalProjectQueries;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Describes deliverables, hands them to the customer and takes the customer's signed word. When the last one is accepted
 * the project is accepted finally.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Deliverables {

    private final DeliverableRepository deliverables;
    private final AcceptanceRecordRepository acceptances;
    private final ProjectQueries projects;
    private final PortalProjectQueries portal;
    private final Projects lifecycle;
    private final Activities activities;
    private final DeliverableSearch search;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Adds a deliverable and returns its number. */
    public int add(Viewer viewer, String key, SaveDeliverable command) {
        var project = projects.requirePlan(viewer, key).toManage();
        var deliverable = new Deliverable(project.id(), nextNumber(project.id()), command.name());
        deliverable.describe(command);
        save(viewer, deliverable, "project.scope.added");
        return deliverable.getNumber();
    }

    public void edit(Viewer viewer, String key, int number, SaveDeliverable command) {
        var deliverable = load(projects.requirePlan(viewer, key).toManage(), number);
        deliverable.requireVersion(command.version());
        deliverable.describe(command);
        save(viewer, deliverable, "project.scope.edited");
    }

    /** Only what the customer never saw can go. */
    public void delete(Viewer viewer, String key, int number) {
        var deliverable = load(projects.requirePlan(viewer, key).toManage(), number);
        deliverable.delete(clock.instant());
        save(viewer, deliverable, "project.scope.deleted");
        search.remove(deliverable.requireId());
    }

    /** Hands it to the customer, who decides in the portal. */
    public void submit(Viewer viewer, String key, int number, @Nullable String note) {
        var project = projects.requirePlan(viewer, key).toManage();
        if (project.customerId() == null) {
            throw new RuleViolation("project.scope.noCustomer");
        }
        var deliverable = load(project, number);
        var round = deliverable.submit(viewer.personId(), note, clock.instant());
        acceptances.saveAndFlush(round);
        save(viewer, deliverable, "project.scope.submitted");
        events.publishEvent(new DeliverableSubmitted(
                new DeliverableId(deliverable.requireId()), project.id(), deliverable.getRound(), clock.instant()));
    }

    /** Takes it back before the customer has decided. */
    public void withdraw(Viewer viewer, String key, int number) {
        var deliverable = load(projects.requirePlan(viewer, key).toManage(), number);
        deliverable.withdraw();
        save(viewer, deliverable, "project.scope.withdrawn");
    }

    /** The customer's word, given in the portal by a manager contact of the own company. */
    @Allow(Role.CUSTOMER)
    public void decide(Viewer viewer, String key, int number, DecideDeliverable command) {
        var project = portal.require(viewer, key);
        var contact = viewer.contactId();
        if (contact == null) {
            throw new NotFound("deliverable", number);
        }
        var deliverable = find(project.id(), number);
        var decision = command.decision();
        if (decision == DeliverableStatus.DRAFT || decision == DeliverableStatus.SUBMITTED) {
            throw new RuleViolation("project.scope.noDecision").at("decision");
        }
        var text = command.text();
        if (decision != DeliverableStatus.ACCEPTED && (text == null || text.isBlank())) {
            throw new RuleViolation("project.scope.textNeeded").at("text");
        }
        var now = clock.instant();
        var today = LocalDate.now(clock.withZone(project.zone()));
        deliverable.decide(decision, now, today);
        var round = acceptances
                .findByDeliverableIdAndRound(deliverable.requireId(), deliverable.getRound())
                .orElseThrow(() -> new NotFound("round", deliverable.getRound()));
        round.sign(
                decision,
                text == null || text.isBlank() ? null : text.strip(),
                contact,
                command.signedName().strip(),
                SignedContent.hash(project.key(), deliverable),
                now);
        acceptances.saveAndFlush(round);
        save(viewer, deliverable, "project.scope.decided." + decision);
        if (decision.isAccepted() && allAccepted(project.id())) {
            lifecycle.acceptedFinally(viewer, project.id(), today);
        }
    }

    private boolean allAccepted(ProjectId project) {
        return jdbc.sql("""
                        select count(*) from project.deliverable
                         where project_id = ? and deleted_at is null
                           and status not in ('ACCEPTED', 'ACCEPTED_WITH_CONDITIONS')
                        """).param(project.value()).query(Integer.class).single() == 0;
    }

    /** Numbers are never given again, so deleted ones count; the project's row keeps two at a time in order. */
    private int nextNumber(ProjectId project) {
        jdbc.sql("select id from project.project where id = ? for update")
                .param(project.value())
                .query(Long.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from project.deliverable where project_id = ?")
                .param(project.value())
                .query(Integer.class)
                .single();
    }

    private Deliverable load(ProjectAccess project, int number) {
        return find(project.id(), number);
    }

    private Deliverable find(ProjectId project, int number) {
        return deliverables
                .findByProjectIdAndNumber(project.value(), number)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> new NotFound("deliverable", number));
    }

    private void save(Viewer viewer, Deliverable deliverable, String verb) {
        deliverables.saveAndFlush(deliverable);
        search.putAll(new ProjectId(deliverable.getProjectId()));
        var shown = deliverable.getRound() > 0 ? Visibility.EVERYONE : Visibility.STAFF;
        activities.record(viewer, new SubjectRef("DELIVERABLE", deliverable.requireId()), verb, Map.of(), shown);
    }
}
