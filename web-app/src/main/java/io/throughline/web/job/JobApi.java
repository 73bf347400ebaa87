package io.throughline.web.job;

import io.throughline.foundation.job.JobDetail;
import io.throughline.foundation.job.JobQueries;
import io.throughline.foundation.job.JobState;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Sentences;
import java.time.Instant;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Long work for programs: ask how far it is, stop it. */
@RestController
@RequestMapping("/api/v1/jobs/{id}")
@RequiredArgsConstructor
class JobApi {

    private final JobQueries queries;
    private final Jobs jobs;
    private final Sentences sentences;

    @GetMapping
    JobResource show(Viewer viewer, @PathVariable long id) {
        var job = queries.require(viewer, id);
        var key = job.messageKey();
        return JobResource.of(job, key == null ? null : sentences.text(key, job.messageData()));
    }

    /** Asks the job to stop; answered before it has. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(Viewer viewer, @PathVariable long id) {
        jobs.cancel(viewer, id);
    }

    /**
     * @param percent 0 to 100; null while the total is not known
     * @param message in the language of the request
     * @param result what the job's kind says it answers; empty until it is done
     * @param link page of what was made
     * @param attachment address of a file to download, such as the rows that failed
     */
    record JobResource(
            long id,
            String kind,
            JobState state,
            @Nullable Integer percent,
            long done,
            long total,
            @Nullable String code,
            @Nullable String message,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Map<String, @Nullable Object> result,
            @Nullable String link,
            @Nullable String attachment) {

        static JobResource of(JobDetail job, @Nullable String message) {
            return new JobResource(
                    job.id(),
                    job.kind(),
                    job.state(),
                    job.percent(),
                    job.done(),
                    job.total(),
                    job.messageKey(),
                    message,
                    job.createdAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    job.state() == JobState.DONE ? job.result() : Map.of(),
                    job.link(),
                    job.attachmentId() == null ? null : "/attachments/" + job.attachmentId());
        }
    }
}
