package io.throughline.project.document;

import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers documents, stores their versions and approves them. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class Documents {

    private final DocumentRepository documents;
    private final DocumentVersionRepository versions;
    private final Attachments attachments;
    private final AttachmentQueries files;
    private final ProjectQueries projects;
    private final ProjectTimeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Registers a document with its first version and returns its number.
     *
     * @param title blank for the file's name
     */
    public int add(
            Viewer viewer,
            String key,
            @Nullable String title,
            @Nullable String folder,
            @Nullable String note,
            Upload file) {
        var project = projects.requirePlan(viewer, key).toContribute();
        var name = title == null || title.isBlank() ? file.fileName() : title;
        if (name.length() > 200 || folder != null && folder.length() > 120) {
            throw new RuleViolation("project.document.tooLong").at("title");
        }
        var document = new Document(project.id().value(), nextNumber(project), name, folder);
        documents.saveAndFlush(document);
        store(viewer, document, note, file);
        return document.getNumber();
    }

    /** Adds a version; it is a draft until approved. */
    public void addVersion(Viewer viewer, String key, int number, @Nullable String note, Upload file) {
        store(viewer, load(projects.requirePlan(viewer, key).toContribute(), number), note, file);
    }

    /** Agrees the latest version. */
    public void approve(Viewer viewer, String key, int number) {
        var document = load(projects.requirePlan(viewer, key).toManage(), number);
        document.approve(viewer.personId(), clock.instant());
        save(viewer, document, "project.document.approved");
    }

    public void delete(Viewer viewer, String key, int number) {
        var document = load(projects.requirePlan(viewer, key).toManage(), number);
        document.delete(clock.instant());
        save(viewer, document, "project.document.deleted");
    }

    private void store(Viewer viewer, Document document, @Nullable String note, Upload file) {
        var subject = subject(document);
        try (var content = file.content().getInputStream()) {
            var id = attachments.store(viewer, subject, file.fileName(), file.contentType(), content);
            var row = files.list(viewer, subject).stream()
                    .filter(candidate -> candidate.id() == id.value())
                    .findFirst()
                    .orElseThrow(() -> new NotFound("attachment", id.value()));
            int number = document.nextVersion();
            versions.saveAndFlush(
                    new DocumentVersion(document.requireId(), number, id.value(), row.fileName(), row.size(), note));
            documents.saveAndFlush(document);
            timeline.record(viewer, subject, "project.document.versionAdded", Map.of("version", number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(Viewer viewer, Document document, String verb) {
        documents.saveAndFlush(document);
        timeline.record(viewer, subject(document), verb, Map.of("version", document.getLatestVersion()));
    }

    private int nextNumber(ProjectAccess project) {
        jdbc.sql("select id from project.project where id = ? for update")
                .param(project.id().value())
                .query(Long.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from project.document where project_id = ?")
                .param(project.id().value())
                .query(Integer.class)
                .single();
    }

    private Document load(ProjectAccess project, int number) {
        return documents
                .findByProjectIdAndNumber(project.id().value(), number)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> new NotFound("document", number));
    }

    private static SubjectRef subject(Document document) {
        return new SubjectRef("DOCUMENT", document.requireId());
    }
}
