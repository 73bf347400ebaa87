package io.throughline.project.template;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.resource.TemplateStaffing;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves templates of projects that were written in bulk, past the commands, under ids that were set aside for them. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class BroughtTemplates {

    private final TemplateFilling filling;
    private final ProjectQueries projects;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** In somebody's name. */
    public void save(
            Viewer viewer, long id, long person, TemplateWords words, String project, TemplateStaffing staffing) {
        var source = projects.requirePlan(viewer, project);
        jdbc.sql("""
                        insert into project.project_template (id, version, code, name_zh, name_en, description_zh,
                               description_en, kind, active, revision, staffing, source_id, taken_at, taken_by,
                               created_at, created_by, changed_at, changed_by)
                        values (:id, 0, :code, :nameZh, :nameEn, :descriptionZh, :descriptionEn, :kind, true, 1, :staffing,
                               :source, :at, :person, :at, :person, :at, :person)
                        """)
                .param("id", id)
                .param("code", filling.code())
                .param("nameZh", words.nameZh())
                .param("nameEn", words.nameEn())
                .param("descriptionZh", words.descriptionZh())
                .param("descriptionEn", words.descriptionEn())
                .param("kind", words.kind().name())
                .param("staffing", staffing.name())
                .param("source", source.id().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("person", person)
                .update();
        filling.fill(viewer, source, id, staffing, true);
    }
}
