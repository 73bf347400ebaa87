package io.throughline.web.demo;

import io.throughline.web.demo.ProjectChapter.Course;
import io.throughline.web.demo.Story.Venture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is handed over to the customers, and what they said to it. */
final class DeliverableChapter {

    private final Story story;
    private final Timeline timeline;
    private final Rows deliverables;
    private final Rows acceptances;

    DeliverableChapter(Story story, Timeline timeline) {
        this.story = story;
        this.timeline = timeline;
        this.deliverables = Rows.ofRecords(
                story.jdbc,
                "project.deliverable",
                "project_id, number, name, criteria, status, owner_id, due_on, round, submitted_at, decided_at,"
                        + " accepted_on");
        this.acceptances = Rows.ofRecords(
                story.jdbc,
                "project.acceptance_record",
                "deliverable_id, round, submitted_at, submitted_by, note, decision, reason, conditions, contact_id,"
                        + " signed_name, content_hash, decided_at");
    }

    void tell(Course course, Venture venture) {
        boolean chinese = venture.client().chinese();
        int number = 0;
        for (var line : Sheet.lines("plan-" + course.line()[2])) {
            if (line[0].equals("D")) {
                var due = course.day(Double.parseDouble(line[5]));
                one(course, venture, ++number, line[chinese ? 1 : 2], line[chinese ? 3 : 4], due);
            }
        }
    }

    private void one(Course course, Venture venture, int number, String name, String criteria, LocalDate due) {
        long id = story.id();
        boolean everything = course.over() || course.phase().equals("CLOSURE");
        boolean dropped = course.status().equals("CANCELLED");
        var handed = Story.workday(due.minusDays(2));
        boolean submitted = course.baselined() && !dropped && (everything || handed.isBefore(story.today));
        boolean waits = submitted && !everything && handed.isAfter(story.today.minusDays(25));
        var submittedAt = submitted ? story.past(handed.atTime(14, 20)) : null;
        boolean refusedFirst = submitted && !waits && story.chance(15);
        boolean conditions = submitted && !waits && story.chance(12);
        var signed = Story.workday(handed.plusDays(refusedFirst ? 6 : 2));
        var decidedAt = submitted && !waits ? story.past(signed.atTime(16, 45)) : null;
        var status = !submitted ? "DRAFT" : waits ? "SUBMITTED" : conditions ? "ACCEPTED_WITH_CONDITIONS" : "ACCEPTED";
        int round = !submitted ? 0 : refusedFirst ? 2 : 1;
        deliverables.record(
                id,
                story.past(course.start().atTime(10, 30)),
                venture.manager().id(),
                venture.id(),
                number,
                name,
                criteria,
                status,
                venture.manager().id(),
                due,
                round,
                submittedAt,
                decidedAt,
                decidedAt == null ? null : LocalDate.ofInstant(decidedAt, Story.HOME));
        if (submittedAt != null) {
            var text = new Signed(venture, id, number, name, criteria, submittedAt);
            timeline.everyone(
                    submittedAt,
                    "DELIVERABLE",
                    id,
                    venture.manager().id(),
                    venture.manager().name(),
                    "project.scope.submitted");
            if (refusedFirst) {
                record(text, 1, "REJECTED", story.past(handed.plusDays(1).atTime(11, 10)));
            }
            record(text, round, waits ? null : status, decidedAt);
        }
    }

    void write() {
        deliverables.write();
        acceptances.write();
    }

    private record Signed(Venture venture, long id, int number, String name, String criteria, Instant submittedAt) {}

    private void record(Signed text, int round, @Nullable String decision, @Nullable Instant decidedAt) {
        boolean chinese = text.venture().client().chinese();
        var contact = text.venture().client().contacts().get(0);
        boolean rejected = "REJECTED".equals(decision);
        boolean conditions = "ACCEPTED_WITH_CONDITIONS".equals(decision);
        acceptances.record(
                story.id(),
                text.submittedAt(),
                text.venture().manager().id(),
                text.id(),
                round,
                text.submittedAt(),
                text.venture().manager().id(),
                chinese
                        ? "请按附件清单审阅，如有意见请在五个工作日内反馈。"
                        : "Please review by the attached list and reply within five working days.",
                decision,
                rejected
                        ? (chinese ? "资料不完整，缺少现场测试原始记录。" : "Incomplete: the raw records of the site test are missing.")
                        : null,
                conditions
                        ? (chinese ? "两周内补交修订后的备件清单。" : "The revised spare parts list follows within two weeks.")
                        : null,
                decision == null ? null : contact.id(),
                decision == null ? null : contact.name(),
                decision == null ? null : hash(text, round),
                decidedAt);
        if (decision != null && decidedAt != null) {
            timeline.everyone(
                    decidedAt, "DELIVERABLE", text.id(), 0, contact.name(), "project.scope.decided." + decision);
        }
    }

    /** As the portal makes it of what is signed: key, number, round, name, description, criteria. */
    private static String hash(Signed text, int round) {
        var content = String.join(
                "\n",
                text.venture().key(),
                String.valueOf(text.number()),
                String.valueOf(round),
                text.name(),
                "",
                text.criteria());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
