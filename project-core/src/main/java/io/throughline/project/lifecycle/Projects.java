package io.throughline.project.lifecycle;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins, changes, pauses and cancels projects and names who works in them; gates are passed in {@link Gates}. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Projects {

    private static final Currency COMPANY_CURRENCY = Currency.getInstance("CNY");

    private final ProjectRepository projects;
    private final ProjectMemberRepository members;
    private final ProjectQueries queries;
    private final CustomerQueries customers;
    private final ProjectKeys keys;
    private final ProjectTimeline timeline;
    private final ProjectSearch search;
    private final WorkCalendars calendars;
    private final Settings settings;
    private final TemplateSource templates;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Begins a project; whoever creates it leads it unless somebody else is named.
     *
     * @return its access, with id and key
     * @throws RuleViolation at {@code key} when the key was ever used, at the field of any other fault
     */
    public ProjectAccess create(Viewer viewer, CreateProject command) {
        var given = command.key();
        var key = given == null || given.isBlank() ? keys.propose(command.name()) : given;
        requireFree(key);
        var project = new Project(
                key, command.name(), command.visibility(), settings.get(Setting.COMPANY_ZONE), clock.instant());
        project.describe(command.name(), command.goal(), command.visibility());
        requireCustomer(viewer, command.customerId());
        project.serve(command.customerId(), Boolean.TRUE.equals(command.internal()));
        requireColleague(command.managerId());
        project.leadBy(command.managerId() == null ? viewer.personId() : command.managerId());
        project.plan(command.plannedStart(), command.plannedFinish());
        project.promise(command.committedDate());
        project.budget(money(command.budget()));
        var template = template(command.templateCode());
        template.ifPresent(project::startFrom);
        var id = new ProjectId(projects.saveAndFlush(project).requireId());
        timeline.record(viewer, id, "project.lifecycle.created");
        search.rescope(id);
        events.publishEvent(new ProjectCreated(
                viewer,
                id,
                key,
                template.map(TemplateSource.Chosen::template).orElse(null),
                command.plannedStart(),
                command.plannedFinish()));
        return queries.find(viewer, id).orElseThrow(() -> new NotFound("project", key));
    }

    /**
     * Changes the master data; a former key goes on leading here.
     *
     * @throws RuleViolation at the field of any fault, at {@code calendarId} when there is no such calendar
     */
    public void edit(Viewer viewer, String key, EditProject command) {
        var access = queries.require(viewer, key).toManage();
        var project = load(access);
        project.requireVersion(command.version());
        if (!project.getKey().equals(command.key())) {
            rename(project, command.key());
        }
        project.describe(command.name(), command.goal(), command.visibility());
        if (!Objects.equals(command.customerId(), project.getCustomerId())) {
            requireCustomer(viewer, command.customerId());
        }
        project.serve(command.customerId(), Boolean.TRUE.equals(command.internal()));
        if (!Objects.equals(command.managerId(), project.getManagerId())) {
            requireColleague(command.managerId());
        }
        project.leadBy(command.managerId());
        project.plan(command.plannedStart(), command.plannedFinish());
        project.promise(command.committedDate());
        project.acceptFinally(command.finalAcceptanceDate(), today(project));
        project.budget(money(command.budget()));
        if (!Objects.equals(project.getCalendarId(), command.calendarId())) {
            requireCalendar(command.calendarId());
            project.keepHoursOf(command.calendarId());
        }
        save(viewer, project, "project.lifecycle.edited");
        search.rescope(access.id());
    }

    /**
     * What a plan that comes from elsewhere says of the project itself.
     *
     * @param calendarId the calendar it is planned on; null for the standard week
     */
    public void takeOver(Viewer viewer, String key, @Nullable Long calendarId, @Nullable LocalDate statusDate) {
        var project = load(queries.require(viewer, key).toManage());
        requireCalendar(calendarId);
        project.keepHoursOf(calendarId);
        project.reportUpTo(statusDate);
        projects.saveAndFlush(project);
    }

    /**
     * The hours of the template a project was just begun from; called by whoever plants it, also for who will not lead it.
     *
     * @param calendarId null for the standard week
     */
    public void keepHours(Viewer viewer, ProjectId id, @Nullable Long calendarId) {
        var project = projects.findById(id.value()).orElseThrow(() -> new NotFound("project", id.value()));
        requireCalendar(calendarId);
        project.keepHoursOf(calendarId);
        projects.saveAndFlush(project);
    }

    public void setHealth(Viewer viewer, String key, SetHealth command) {
        var project = load(queries.require(viewer, key).toManage());
        project.judge(command.health(), command.reason(), clock.instant());
        save(viewer, project, "project.lifecycle.healthSet");
    }

    /** Work stops for now. */
    public void hold(Viewer viewer, String key) {
        var project = load(queries.require(viewer, key).toManage());
        project.hold();
        save(viewer, project, "project.lifecycle.held");
    }

    public void resume(Viewer viewer, String key) {
        var project = load(queries.require(viewer, key).toManage());
        project.resume();
        save(viewer, project, "project.lifecycle.resumed");
    }

    /** Ends the project for good without its result. */
    @Allow(Role.MANAGER)
    public void cancel(Viewer viewer, String key) {
        var project = load(queries.require(viewer, key).toManage());
        project.cancel(clock.instant(), today(project));
        save(viewer, project, "project.lifecycle.cancelled");
    }

    /** The customer has accepted all there is; called by whoever keeps the acceptances. */
    @Allow(signedIn = true)
    public void acceptedFinally(Viewer viewer, ProjectId id, LocalDate on) {
        var project = projects.findById(id.value()).orElseThrow(() -> new NotFound("project", id.value()));
        if (project.getFinalAcceptanceDate() == null && project.getStatus().isOpen()) {
            project.acceptFinally(on, on);
            save(viewer, project, "project.lifecycle.acceptedFinally");
        }
    }

    /** Adds the person to the team, or changes the role of one already in it. */
    public void addMember(Viewer viewer, String key, long userId, MemberRole role) {
        var access = queries.require(viewer, key).toManage();
        if (queries.people(viewer).stream().noneMatch(person -> person.id() == userId)) {
            throw new RuleViolation("project.lifecycle.notStaff").at("userId");
        }
        var member = members.findByProjectIdAndUserId(access.id().value(), userId)
                .orElseGet(() -> new ProjectMember(access.id().value(), userId, role));
        member.become(role);
        members.saveAndFlush(member);
        search.rescope(access.id());
        timeline.record(viewer, access.id(), "project.lifecycle.memberAdded");
    }

    public void removeMember(Viewer viewer, String key, long userId) {
        var access = queries.require(viewer, key).toManage();
        var member = members.findByProjectIdAndUserId(access.id().value(), userId)
                .orElseThrow(() -> new NotFound("member", userId));
        members.delete(member);
        members.flush();
        search.rescope(access.id());
        timeline.record(viewer, access.id(), "project.lifecycle.memberRemoved");
    }

    private void rename(Project project, String newKey) {
        requireFree(newKey);
        jdbc.sql("insert into project.project_key_alias (key, project_id, until) values (?, ?, ?)")
                .params(project.getKey(), project.requireId(), Timestamp.from(clock.instant()))
                .update();
        project.rename(newKey);
    }

    private void requireCustomer(Viewer viewer, @Nullable Long customer) {
        if (customer != null && !customers.isChoice(viewer, new CustomerId(customer))) {
            throw new RuleViolation("project.lifecycle.noCustomer").at("customerId");
        }
    }

    private void requireColleague(@Nullable Long user) {
        if (user != null && !jdbc.sql("""
                        select exists (select 1 from foundation.app_user u
                                         join foundation.user_role r on r.user_id = u.id and r.role <> 'CUSTOMER'
                                        where u.id = ? and u.active)
                        """).param(user).query(Boolean.class).single()) {
            throw new RuleViolation("project.lifecycle.notStaff").at("managerId");
        }
    }

    private void requireFree(String key) {
        if (keys.isTaken(key)) {
            throw new RuleViolation("project.lifecycle.keyTaken", key).at("key");
        }
    }

    private void requireCalendar(@Nullable Long calendar) {
        if (calendar != null && !calendars.exists(new WorkCalendarId(calendar))) {
            throw new RuleViolation("project.lifecycle.noCalendar").at("calendarId");
        }
    }

    private Optional<TemplateSource.Chosen> template(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(templates.offered(code).orElseThrow(() -> new RuleViolation("project.lifecycle.noTemplate")
                .at("templateCode")));
    }

    private Project load(ProjectAccess access) {
        return projects.findById(access.id().value()).orElseThrow(() -> new NotFound("project", access.key()));
    }

    private void save(Viewer viewer, Project project, String verb) {
        projects.saveAndFlush(project);
        timeline.record(viewer, new ProjectId(project.requireId()), verb);
    }

    private LocalDate today(Project project) {
        return LocalDate.now(clock.withZone(ZoneId.of(project.getZone())));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount, COMPANY_CURRENCY);
    }
}
