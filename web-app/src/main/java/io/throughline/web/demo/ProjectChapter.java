package io.throughline.web.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Twenty projects in all phases, with team, gates, plan and deliverables. */
final class ProjectChapter {

    private static final List<String> GATED = List.of("INITIATION", "PLANNING", "EXECUTION", "CLOSURE");

    /** Criteria of each gate, and how far into the project it was passed, in percent. */
    private static final Map<String, Integer> CRITERIA =
            Map.of("INITIATION", 5, "PLANNING", 4, "EXECUTION", 2, "CLOSURE", 4);

    private static final Map<String, Integer> PASSED_AT =
            Map.of("INITIATION", 6, "PLANNING", 14, "EXECUTION", 92, "CLOSURE", 100);

    /** Those finally accepted after the day promised, and by how many days. */
    private static final Map<String, Integer> LATE = Map.of("KZCR", 6);

    private final Story story;
    private final Rows projects;
    private final Rows members;
    private final Rows reviews;
    private final Rows criteria;
    private final Rows waivers;
    private final PlanChapter plan;
    private final DeliverableChapter deliverables;
    private final Timeline timeline;

    ProjectChapter(Story story, Timeline timeline) {
        this.story = story;
        this.timeline = timeline;
        this.plan = new PlanChapter(story);
        this.deliverables = new DeliverableChapter(story, timeline);
        this.projects = Rows.ofRecords(
                story.jdbc,
                "project.project",
                "key, name, goal, customer_id, internal, manager_id, visibility, zone, planned_start, planned_finish,"
                        + " actual_start, actual_finish, committed_date_r0, committed_date, final_acceptance_date,"
                        + " status_date, budget_amount, budget_currency, status, phase, health, health_reason,"
                        + " health_since, closed_at");
        this.members = Rows.ofRecords(story.jdbc, "project.project_member", "project_id, user_id, role");
        this.reviews = Rows.ofRecords(
                story.jdbc,
                "project.gate_review",
                "project_id, phase, attempt, decision, comment, criteria_total, criteria_met, waivers, decided_by,"
                        + " decided_at");
        this.waivers = Rows.ofRecords(
                story.jdbc,
                "project.gate_waiver",
                "project_id, phase, criterion, reason, status, decided_by, decided_at");
        this.criteria = Rows.ofRecords(
                story.jdbc, "project.gate_criterion", "project_id, phase, code, name, met, met_at, met_by");
    }

    /** What waits for a manager's word: project, gate, criterion and why. */
    private record Asked(String phase, String criterion, String reason) {}

    private static final Map<String, Asked> ASKED = Map.of(
            "KZQMS",
            new Asked("INITIATION", "committedDate", "客户采购合同用印流程未结束，承诺日期下周才能确定，先行启动用户需求编制。"),
            "PCIQ",
            new Asked(
                    "PLANNING",
                    "baseline",
                    "The customer's air balance report is due next week; we set the baseline with it and order"
                            + " long-lead items now."));

    /** One project of the sheet with its days. */
    record Course(String[] line, LocalDate start, LocalDate finish) {

        String key() {
            return line[0];
        }

        String phase() {
            return line[4];
        }

        String status() {
            return line[5];
        }

        boolean baselined() {
            return GATED.indexOf(phase()) >= 2;
        }

        boolean over() {
            return status().equals("CLOSED");
        }

        /** The working day so many percent into the project. */
        LocalDate day(double percent) {
            long days = start.until(finish, java.time.temporal.ChronoUnit.DAYS);
            return Story.workday(start.plusDays(Math.round(days * percent / 100)));
        }
    }

    void write() {
        for (var line : Sheet.lines("projects")) {
            var start = Story.workday(story.today.plusDays(Long.parseLong(line[6])));
            tell(new Course(line, start, start.plusDays(Long.parseLong(line[7]))));
        }
        projects.write();
        members.write();
        reviews.write();
        waivers.write();
        criteria.write();
        plan.write();
        deliverables.write();
    }

    private void tell(Course course) {
        var line = course.line();
        var client = story.clients.get(line[1]);
        if (client == null) {
            throw new IllegalStateException("no customer " + line[1]);
        }
        long id = story.id();
        var manager = story.person(line[3]);
        var team = team(manager);
        var venture = new Story.Venture(
                id,
                course.key(),
                line[11],
                client,
                manager,
                team,
                trades(manager),
                Set.of("ACTIVE", "ON_HOLD").contains(course.status()));
        story.ventures.add(venture);
        project(course, venture);
        var created = begun(course);
        for (var person : team) {
            members.record(story.id(), created, manager.id(), id, person.id(), "MEMBER");
        }
        for (var person : venture.trades().values()) {
            members.record(story.id(), created, manager.id(), id, person.id(), "MEMBER");
        }
        timeline.staff(created, "PROJECT", id, manager, "project.lifecycle.created");
        gates(course, venture);
        var asked = ASKED.get(course.key());
        if (asked != null) {
            waivers.record(
                    story.id(),
                    story.past(Story.workday(story.today.minusDays(1)).atTime(15, 40)),
                    manager.id(),
                    id,
                    asked.phase(),
                    asked.criterion(),
                    asked.reason(),
                    "REQUESTED",
                    null,
                    null);
        }
        plan.tell(course, venture);
        deliverables.tell(course, venture);
    }

    private void project(Course course, Story.Venture venture) {
        var line = course.line();
        var promised = course.phase().equals("INITIATION") ? null : course.day(97);
        boolean accepted = course.over() || course.phase().equals("CLOSURE");
        var acceptance = accepted && promised != null ? promised.plusDays(LATE.getOrDefault(course.key(), 0)) : null;
        boolean ended = course.over() || course.status().equals("CANCELLED");
        var end = !ended ? null : acceptance == null ? course.day(60) : acceptance.plusDays(7);
        var reason = line[9].isBlank() ? null : line[9];
        projects.record(
                venture.id(),
                begun(course),
                venture.manager().id(),
                course.key(),
                venture.name(),
                line[12].isBlank() ? null : line[12],
                venture.client().id(),
                false,
                venture.manager().id(),
                "INTERNAL",
                Story.HOME.getId(),
                course.start(),
                course.finish(),
                course.start().isAfter(story.today) ? null : course.start(),
                end,
                promised,
                promised,
                acceptance,
                ended ? end : story.today,
                new BigDecimal(line[10]),
                "CNY",
                course.status(),
                course.phase(),
                line[8],
                reason,
                reason == null
                        ? begun(course)
                        : story.past(story.today.minusDays(4).atTime(16, 20)),
                end == null ? null : story.past(end.atTime(17, 30)));
    }

    private void gates(Course course, Story.Venture venture) {
        int passed = course.over() ? GATED.size() : GATED.indexOf(course.phase());
        for (var phase : GATED.subList(0, Math.max(passed, 0))) {
            var at = story.past(course.day(PASSED_AT.getOrDefault(phase, 0)).atTime(15, 30));
            int total = CRITERIA.getOrDefault(phase, 0);
            reviews.record(
                    story.id(),
                    at,
                    venture.manager().id(),
                    venture.id(),
                    phase,
                    1,
                    "GO",
                    null,
                    total,
                    total,
                    0,
                    venture.manager().id(),
                    at);
            timeline.staff(at, "PROJECT", venture.id(), venture.manager(), "project.gate.decided.GO");
            if (phase.equals("CLOSURE")) {
                criteria.record(
                        story.id(),
                        at,
                        venture.manager().id(),
                        venture.id(),
                        phase,
                        "handover",
                        null,
                        true,
                        at,
                        venture.manager().id());
            }
        }
    }

    /** Four or five of the delivery people; {@code member} is in everything {@code pm} leads. */
    private List<Story.Person> team(Story.Person manager) {
        var team = new ArrayList<Story.Person>();
        var member = story.person("member");
        if (manager.login().equals("pm")) {
            team.add(member);
        }
        var pool = new ArrayList<>(story.inTeam("DELIVERY"));
        pool.removeIf(person -> person.login().equals("coordinator") || person.equals(member));
        int size = story.between(4, 5);
        while (team.size() < size) {
            team.add(pool.remove(story.dice.nextInt(pool.size())));
        }
        return team;
    }

    /** Beside the delivery people; with {@code pm} work those who sign in. */
    private Map<String, Story.Person> trades(Story.Person manager) {
        boolean ours = manager.login().equals("pm");
        return new TreeMap<>(Map.of(
                "coordinator",
                story.person("coordinator"),
                "sales",
                story.person("sales"),
                "technician",
                story.person(ours ? "technician" : "weijun"),
                "trainer",
                story.person(ours ? "trainer" : "luyan")));
    }

    private Instant begun(Course course) {
        return story.past(course.start().minusDays(2).atTime(9, 10));
    }
}
