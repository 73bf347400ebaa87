package io.throughline.foundation.attachment;

import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and opens the files on a record. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class AttachmentQueries {

    private static final String FILES = """
            select a.id, a.subject_type, a.subject_id, a.file_name, a.content_type, a.size, a.file_id, f.sha256
              from foundation.attachment a
              join foundation.stored_file f on f.id = a.file_id
            """;

    private final JdbcClient jdbc;
    private final FileStore store;
    private final SubjectAccesses accesses;

    /** All files on the record, oldest first. Throws {@link NotFound} when the viewer may not see the record. */
    public List<AttachmentRow> list(Viewer viewer, SubjectRef subject) {
        return list(viewer, accesses.see(viewer, subject));
    }

    /** The same for a record already let in to. */
    public List<AttachmentRow> list(Viewer viewer, SeenSubject seen) {
        var subject = seen.ref();
        return jdbc.sql("""
                        select a.*, p.width, p.height from foundation.attachment a
                          left join foundation.comment c on c.id = a.comment_id
                          left join foundation.picture p on p.file_id = a.file_id
                         where a.subject_type = ? and a.subject_id = ? and a.removed_at is null
                           and c.removed_at is null and (? or a.visibility = 'EVERYONE')
                         order by a.id
                        """)
                .params(subject.type(), subject.id(), viewer.isStaff())
                .query((row, n) -> row(row, viewer))
                .list();
    }

    /** The files of the record's comments, by comment; one statement for all of them. */
    public Map<Long, List<AttachmentRow>> ofComments(Viewer viewer, SeenSubject seen, Collection<Long> comments) {
        if (comments.isEmpty()) {
            return Map.of();
        }
        var subject = seen.ref();
        return jdbc
                .sql("""
                        select a.*, p.width, p.height from foundation.attachment a
                          join foundation.comment c on c.id = a.comment_id and c.removed_at is null
                          left join foundation.picture p on p.file_id = a.file_id
                         where a.comment_id = any(?) and a.subject_type = ? and a.subject_id = ?
                           and a.removed_at is null and (? or a.visibility = 'EVERYONE')
                         order by a.id
                        """)
                .params(comments.toArray(Long[]::new), subject.type(), subject.id(), viewer.isStaff())
                .query((row, n) -> row(row, viewer))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.commentId() == null ? 0L : row.commentId()));
    }

    /** Throws {@link NotFound} for an attachment that is unknown, removed, internal or on a record the viewer may not see. */
    public AttachmentContent open(Viewer viewer, AttachmentId id) {
        return open(viewer, id, FILES, !viewer.isStaff());
    }

    /** The same of a file that everybody who is told of it may read; an internal one is {@link NotFound}. */
    public AttachmentContent openForEveryone(Viewer system, AttachmentId id) {
        return open(system, id, FILES, true);
    }

    /** The picture of our own making that stands for an attached one; throws as {@link #open}, and where there is none. */
    public AttachmentContent openPicture(Viewer viewer, AttachmentId id) {
        return open(viewer, id, """
                        select a.id, a.subject_type, a.subject_id, a.file_name, p.content_type, f.size, f.id as file_id,
                               f.sha256
                          from foundation.attachment a
                          join foundation.picture p on p.file_id = a.file_id
                          join foundation.stored_file f on f.id = p.picture_id
                        """, !viewer.isStaff());
    }

    private AttachmentContent open(Viewer viewer, AttachmentId id, String contents, boolean open) {
        var content = jdbc.sql(contents + """
                          left join foundation.comment c on c.id = a.comment_id
                         where a.id = ? and a.removed_at is null and c.removed_at is null
                           and (not ? or a.visibility = 'EVERYONE')
                        """)
                .params(id.value(), open)
                .query((row, n) -> content(row))
                .optional()
                .orElseThrow(() -> new NotFound("attachment", id.value()));
        if (!accesses.canSee(viewer, content.subject())) {
            throw new NotFound("attachment", id.value());
        }
        return content;
    }

    private AttachmentContent content(ResultSet row) throws SQLException {
        long file = row.getLong("file_id");
        long size = row.getLong("size");
        return new AttachmentContent(
                new AttachmentId(row.getLong("id")),
                new SubjectRef(row.getString("subject_type"), row.getLong("subject_id")),
                row.getString("file_name"),
                row.getString("content_type"),
                size,
                HexFormat.of().formatHex(row.getBytes("sha256")),
                () -> store.read(file, size));
    }

    private static AttachmentRow row(ResultSet row, Viewer viewer) throws SQLException {
        return new AttachmentRow(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("size"),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("uploader_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("comment_id", Long.class),
                viewer.isStaff() || row.getLong("uploader_id") == viewer.id().value(),
                PictureSize.of(row));
    }
}
