package io.throughline.project.document;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a project's document register. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class DocumentQueries {

    private final JdbcClient jdbc;

    /** By folder and title, each with all its versions: two statements. */
    public List<DocumentRow> list(Viewer viewer, ProjectAccess access) {
        long project = access.id().value();
        Map<Long, List<DocumentRow.Version>> versions = new HashMap<>();
        jdbc.sql("""
                        select v.document_id, v.number, v.attachment_id, v.file_name, v.size_bytes, v.note, u.name as by,
                               v.created_at
                          from project.document_version v
                          join project.document d on d.id = v.document_id
                          left join foundation.app_user u on u.id = v.created_by
                         where d.project_id = ? and d.deleted_at is null order by v.number desc
                        """).param(project).query(row -> {
            versions.computeIfAbsent(row.getLong("document_id"), id -> new ArrayList<>())
                    .add(new DocumentRow.Version(
                            row.getInt("number"),
                            row.getLong("attachment_id"),
                            row.getString("file_name"),
                            row.getLong("size_bytes"),
                            row.getString("note"),
                            row.getString("by"),
                            row.getTimestamp("created_at").toInstant()));
        });
        return jdbc.sql("""
                        select d.id, d.number, d.title, d.folder, d.status, d.approved_version, u.name as approved_by,
                               d.approved_at
                          from project.document d left join foundation.app_user u on u.id = d.approved_by
                         where d.project_id = ? and d.deleted_at is null and d.latest_version > 0
                         order by d.folder nulls first, d.title collate "zh-Hans-CN-x-icu", d.number
                        """)
                .param(project)
                .query((row, n) -> {
                    var approved = row.getTimestamp("approved_at");
                    return new DocumentRow(
                            row.getLong("id"),
                            row.getInt("number"),
                            row.getString("title"),
                            row.getString("folder"),
                            DocumentStatus.valueOf(row.getString("status")),
                            row.getObject("approved_version", Integer.class),
                            row.getString("approved_by"),
                            approved == null ? null : approved.toInstant(),
                            versions.getOrDefault(row.getLong("id"), List.of()));
                })
                .list();
    }
}
