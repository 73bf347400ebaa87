package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileException;
import io.throughline.project.schedule.planfile.PlanFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes projects of plan files: hand in, look at the dry run, import. Nothing is stored of a file that cannot be read; an
 * import is one transaction. Files are read outside of transactions, they may take their time.
 */
@Service
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanImports {

    private static final int SHOWN = 50;
    private static final int REPORTED = 200;

    private final PlanUploads uploads;
    private final PlanFileReader reader;
    private final PlanReports reports;
    private final PlanWriter writer;
    private final FileDateRows dates;
    private final Projects projects;
    private final ProjectTimeline timeline;
    private final Audit audit;
    private final Jobs jobs;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Keeps a file for a day; only its size is looked at. */
    public PlanUpload keep(Viewer viewer, String fileName, InputStream content) {
        return uploads.keep(viewer, fileName, content);
    }

    /** Throws {@link io.throughline.foundation.model.NotFound} for a file that is gone or somebody else's. */
    public PlanUpload require(Viewer viewer, long upload) {
        return uploads.require(viewer, upload);
    }

    /**
     * Does the import in the background, for what takes longer than an answer may.
     *
     * @return the job, whose result holds the same as {@link #create} gives
     */
    public JobId createLater(Viewer viewer, long upload, ImportPlan command) {
        uploads.require(viewer, upload);
        return jobs.start(viewer, PlanImportJob.KIND, new PlanImportJob.Payload(upload, command));
    }

    public void drop(Viewer viewer, long upload) {
        uploads.drop(viewer, upload);
    }

    /**
     * @param patience how long reading may take
     * @throws RuleViolation at {@code file} when the file cannot be read, saying why
     */
    public PlanDryRun dryRun(Viewer viewer, long id, Duration patience) {
        var upload = uploads.require(viewer, id);
        var plan = read(upload, patience);
        return new PlanDryRun(
                upload,
                name(null, plan, upload),
                first(plan),
                last(plan),
                PlanRows.first(plan, SHOWN),
                reports.of(plan, viewer.locale()));
    }

    /**
     * Creates the project; a second call for the same file gives the same project and report again, even when the first
     * one died after it had stored them.
     *
     * @param patience how long reading and storing together may take; {@link ImportTakesLonger} when that was too short
     * @throws RuleViolation at {@code file}, {@code name}, {@code key} or {@code customerId}; then nothing is stored
     */
    public ImportedPlan create(Viewer viewer, long id, ImportPlan command, Duration patience) {
        var end = clock.instant().plus(patience);
        return create(viewer, id, command, patience, (done, total) -> {
            if (clock.instant().isAfter(end)) {
                throw new ImportTakesLonger(patience);
            }
        });
    }

    ImportedPlan create(Viewer viewer, long id, ImportPlan command, Duration patience, ImportCourse course) {
        var upload = uploads.require(viewer, id);
        if (upload.imported() != null) {
            return upload.imported();
        }
        var plan = read(upload, patience);
        try {
            return Objects.requireNonNull(transactions.execute(status -> store(viewer, upload, command, plan, course)));
        } catch (RuleViolation refusal) {
            throw refusal.key().equals(UnplannablePlan.IMPOSSIBLE)
                    ? new RuleViolation("project.schedule.file.error.impossible", refusal.args()).at("file")
                    : refusal;
        }
    }

    private ImportedPlan store(
            Viewer viewer, PlanUpload upload, ImportPlan command, PlanFile plan, ImportCourse course) {
        var locked = uploads.lock(viewer, upload.id());
        if (locked.imported() != null) {
            return locked.imported();
        }
        var project = projects.create(viewer, project(viewer, command, plan, upload));
        writer.write(viewer, project, plan, course);
        var data = Map.of("file", upload.fileName(), "tasks", plan.tasks().size());
        var subject = new SubjectRef("PROJECT", project.id().value());
        timeline.record(viewer, subject, "project.schedule.imported", data);
        audit.record(
                viewer,
                AuditRecord.of(
                        AuditAction.IMPORTED,
                        subject,
                        upload.fileName() + ": " + plan.tasks().size()));
        var elsewhere = dates.first(viewer, project, REPORTED);
        int count = elsewhere.size() < REPORTED ? elsewhere.size() : dates.count(project.id());
        var report = reports.of(plan, viewer.locale()).withDates(elsewhere, count);
        var imported = new ImportedPlan(project.key(), report);
        uploads.used(upload.id(), imported);
        return imported;
    }

    private PlanFile read(PlanUpload upload, Duration patience) {
        var file = uploads.copy(upload.id());
        try {
            return reader.read(upload.fileName(), file, patience);
        } catch (PlanFileException e) {
            throw e.isOutOfTime()
                    ? new ImportTakesLonger(patience)
                    : new RuleViolation(e.code(), e.args().toArray()).at("file");
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CreateProject project(Viewer viewer, ImportPlan command, PlanFile plan, PlanUpload upload) {
        var start = plan.start() == null ? first(plan) : plan.start();
        var finish = plan.counting().fromFinish() && plan.finish() != null ? plan.finish() : last(plan);
        return new CreateProject(
                name(command.name(), plan, upload),
                command.key(),
                null,
                command.customerId(),
                command.customerId() == null,
                command.managerId(),
                command.visibility() == null ? Visibility.INTERNAL : command.visibility(),
                start == null
                        ? Objects.requireNonNullElseGet(
                                command.start(), () -> LocalDate.now(clock.withZone(viewer.zone())))
                        : start.toLocalDate(),
                finish == null ? null : finish.toLocalDate(),
                null,
                null,
                null);
    }

    private static @Nullable LocalDateTime first(PlanFile plan) {
        return times(plan).min(LocalDateTime::compareTo).orElse(null);
    }

    private static @Nullable LocalDateTime last(PlanFile plan) {
        return times(plan).max(LocalDateTime::compareTo).orElse(null);
    }

    private static Stream<LocalDateTime> times(PlanFile plan) {
        return plan.tasks().stream()
                .flatMap(task -> Stream.of(Optional.ofNullable(task.start()), Optional.ofNullable(task.finish())))
                .flatMap(Optional::stream);
    }

    private static String name(@Nullable String wanted, PlanFile plan, PlanUpload upload) {
        var title = plan.title();
        var base = wanted != null && !wanted.isBlank()
                ? wanted.strip()
                : title != null ? title : upload.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", "");
        return base.length() <= 200 ? base : base.substring(0, 200);
    }
}
