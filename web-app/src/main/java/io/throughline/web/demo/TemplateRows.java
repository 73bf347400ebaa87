package io.throughline.web.demo;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.template.BroughtTemplates;
import io.throughline.project.template.TemplateKind;
import io.throughline.project.template.TemplateWords;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company's own project template, saved from the project with most of its work ahead; two that began later were begun from it. */
@RequiredArgsConstructor
final class TemplateRows {

    private static final TemplateWords WORDS = new TemplateWords(
            "公司标准计划",
            "Company standard plan",
            "由在建项目整理的标准计划：任务、依赖、工期、交付物，人员按技能留位。",
            "The standard plan, made of a running project: tasks, links, durations, deliverables, and places by skill.",
            TemplateKind.EQUIPMENT);

    private static final String SOURCE = """
            select p.key, p.manager_id as person from project.project p
              join foundation.app_user u on u.id = p.manager_id and u.login = 'pm'
             where p.id between ? and ?
             order by (select count(*) from project.task t
                        where t.project_id = p.id and t.status = 'NOT_STARTED' and not t.summary) desc, p.id
             limit 1
            """;

    private static final String BEGUN = """
            update project.project set template_id = :template, template_revision = 1
             where id in (select p.id from project.project p
                           where p.id between :first and :last and p.status = 'ACTIVE' and p.key <> :source
                           order by p.planned_start desc, p.id limit 2)
            """;

    private final Story story;
    private final long first;
    private final BroughtTemplates templates;

    private record Source(String key, long person) {}

    /** After the plans have been computed. */
    void write() {
        var jdbc = JdbcClient.create(story.jdbc);
        long last = first + Story.IDS - 1;
        var source = jdbc.sql(SOURCE).params(first, last).query(Source.class).single();
        long template = story.id();
        templates.save(Viewer.system("demo"), template, source.person(), WORDS, source.key(), TemplateStaffing.PLACES);
        jdbc.sql(BEGUN)
                .param("template", template)
                .param("first", first)
                .param("last", last)
                .param("source", source.key())
                .update();
    }
}
