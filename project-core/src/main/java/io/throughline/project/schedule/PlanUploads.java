package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.planfile.PlanFileLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps plan files between upload, dry run and import, in the database so that any node can go on with them. */
@Component
@Transactional
@RequiredArgsConstructor
class PlanUploads {

    private static final int CHUNK = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final PlanFileLimits limits;
    private final Clock clock;

    PlanUpload keep(Viewer viewer, String fileName, InputStream content) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from project.plan_upload where created_at < ?")
                .param(now.minus(KEPT))
                .update();
        var name = shortened(fileName);
        long id = jdbc.sql("select nextval('foundation.id_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("insert into project.plan_upload (id, user_id, file_name, size, created_at) values (?, ?, ?, 0, ?)")
                .params(List.of(id, viewer.id().value(), name, now))
                .update();
        long size = write(id, content);
        jdbc.sql("update project.plan_upload set size = ? where id = ?")
                .params(List.of(size, id))
                .update();
        return new PlanUpload(id, name, size, null);
    }

    /** The viewer's own; anybody else's is not found. */
    @Transactional(readOnly = true)
    PlanUpload require(Viewer viewer, long id) {
        return find(viewer, id, "");
    }

    /** As {@link #require}; nobody else can use it up before this transaction ends. */
    PlanUpload lock(Viewer viewer, long id) {
        return find(viewer, id, " for update");
    }

    /** Content goes; the project and what is said of it stay for who asks twice. */
    void used(long id, ImportedPlan imported) {
        jdbc.sql("delete from project.plan_upload_chunk where upload_id = ?")
                .param(id)
                .update();
        jdbc.sql("update project.plan_upload set project_key = ?, report = cast(? as jsonb) where id = ?")
                .params(List.of(imported.key(), JSON.writeValueAsString(imported.report()), id))
                .update();
    }

    void drop(Viewer viewer, long id) {
        jdbc.sql("delete from project.plan_upload where id = ? and user_id = ?")
                .params(List.of(id, viewer.id().value()))
                .update();
    }

    /** The content as a file the caller deletes. */
    @Transactional(readOnly = true)
    Path copy(long id) {
        try {
            var file = Files.createTempFile("plan", ".upload");
            try (var out = Files.newOutputStream(file)) {
                for (int number = 0; ; number++) {
                    var chunk = jdbc.sql(
                                    "select content from project.plan_upload_chunk where upload_id = ? and number = ?")
                            .params(List.of(id, number))
                            .query((row, i) -> row.getBytes(1))
                            .optional();
                    if (chunk.isEmpty()) {
                        return file;
                    }
                    out.write(chunk.get());
                }
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PlanUpload find(Viewer viewer, long id, String lock) {
        return jdbc.sql("select id, file_name, size, project_key, report from project.plan_upload"
                        + " where id = ? and user_id = ?" + lock)
                .params(List.of(id, viewer.id().value()))
                .query((row, n) -> new PlanUpload(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getLong("size"),
                        imported(row.getString("project_key"), row.getString("report"))))
                .optional()
                .orElseThrow(() -> new NotFound("plan upload", id));
    }

    private static @Nullable ImportedPlan imported(@Nullable String key, @Nullable String report) {
        return key == null || report == null ? null : new ImportedPlan(key, JSON.readValue(report, PlanReport.class));
    }

    private long write(long id, InputStream content) {
        long size = 0;
        try {
            for (int number = 0; ; number++) {
                var chunk = content.readNBytes(CHUNK);
                if (chunk.length == 0) {
                    return size;
                }
                size += chunk.length;
                if (size > limits.bytes()) {
                    throw new RuleViolation("project.schedule.file.error.tooLarge", limits.bytes() >> 20).at("file");
                }
                jdbc.sql("insert into project.plan_upload_chunk (upload_id, number, content) values (?, ?, ?)")
                        .params(List.of(id, number, chunk))
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what stands behind the last slash, as some browsers send whole paths. */
    private static String shortened(String fileName) {
        var plain = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return plain.length() <= 200 ? plain : plain.substring(plain.length() - 200);
    }
}
