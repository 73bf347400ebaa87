package io.throughline.web.demo;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the demo company away, table by table in the order of their foreign keys.
 *
 * <p>First every record that goes is written down: the company's own, and what people made since that cannot stand without
 * its customers and projects. What stands by itself stays and only loses its tie, as a task loses its assignee. The audit
 * trail keeps its lines, and one administrator always stays.
 */
@RequiredArgsConstructor
final class DemoRemoval {

    private static final String OWN = " between (select first_id from foundation.demo_company)"
            + " and (select last_id from foundation.demo_company)";

    /** A calendar that somebody's own plan, resource or policy counts with stays. */
    private static final String UNUSED = """
             and not exists (select 1 from project.project x where x.calendar_id = %1$s)
             and not exists (select 1 from project.task x where x.calendar_id = %1$s)
             and not exists (select 1 from project.resource x where x.calendar_id = %1$s)
             and not exists (select 1 from foundation.customer x where x.calendar_id = %1$s)
             and not exists (select 1 from aftersales.assignment_rule x where x.calendar_id = %1$s)
             and not exists (select 1 from project.template_plan x where x.calendar_id = %1$s)
             and not exists (select 1 from project.template_task x where x.calendar_id = %1$s)
             and not exists (select 1 from project.template_resource x where x.calendar_id = %1$s)
             and not exists (select 1 from aftersales.sla_policy_version x
                              where %1$s::text = any (regexp_split_to_array(x.terms, '[ \\n]')))
             and not exists (select 1 from aftersales.sla_policy x
                              where %1$s::text = any (regexp_split_to_array(coalesce(x.draft, ''), '[ \\n]')))
            """;

    private static final String GOES = " in (select id from foundation.demo_record)";

    /** What goes, by table: the company's own ids, or tied to something that goes. Later lines see what earlier ones found. */
    private static final List<String> FOUND = List.of(
            "select id from foundation.customer where id" + OWN,
            "select id from foundation.site where customer_id" + GOES,
            "select id from foundation.contact where customer_id" + GOES,
            "select id from foundation.team where id" + OWN,
            """
            select u.id from foundation.app_user u
             where (u.id%s or u.contact_id%s)
               and not (u.login = 'admin' and not exists (
                       select 1 from foundation.app_user o join foundation.user_role r on r.user_id = o.id
                        where r.role = 'ADMIN' and o.active and not o.id%s))
            """.formatted(OWN, GOES, OWN),
            "select id from project.project where id" + OWN + " or customer_id" + GOES,
            "select id from project.task where project_id" + GOES,
            """
            select t.id from project.project_template t
             where t.id%s and not exists (select 1 from project.project p where p.template_id = t.id
                                             and p.id not in (select id from foundation.demo_record))
            """.formatted(OWN),
            "select id from project.leave_request where user_id" + GOES,
            "select id from project.timesheet where user_id" + GOES,
            "select id from project.time_entry where timesheet_id" + GOES + " or task_id" + GOES,
            "select id from project.deliverable where project_id" + GOES,
            """
            select r.id from project.resource r
             where r.project_id%s
                or (r.id%s or r.user_id%s)
               and not exists (select 1 from project.resource_assignment a where a.resource_id = r.id
                                  and a.project_id not in (select id from foundation.demo_record))
            """.formatted(GOES, OWN, GOES),
            "select id from project.document where project_id" + GOES,
            "select id from aftersales.installed_product where id" + OWN + " or customer_id" + GOES,
            "select id from aftersales.service_contract where id" + OWN + " or customer_id" + GOES,
            "select id from aftersales.ticket where id" + OWN + " or customer_id" + GOES,
            "select id from aftersales.ticket_message where ticket_id" + GOES + " or moved_from_id" + GOES,
            "select id from aftersales.survey_invitation where id" + OWN + " or survey_id" + OWN + " or customer_id"
                    + GOES + " or subject_id" + GOES,
            "select id from aftersales.survey_response where invitation_id" + GOES + " or survey_id" + OWN,
            "select id from aftersales.survey_follow_up where response_id" + GOES,
            "select id from foundation.comment where id" + OWN + " or subject_id" + GOES);

    /** Ties to what goes: set to nothing, on what goes as well, where a customer names its executive and he its contact. */
    private static final List<String[]> TIES = List.of(
            tie("foundation.customer", "account_executive_id"),
            tie("project.project", "manager_id"),
            tie("project.gate_criterion", "met_by"),
            tie("project.gate_waiver", "decided_by"),
            tie("project.gate_review", "decided_by"),
            tie("project.task", "assignee_id"),
            tie("project.plan_change", "made_by"),
            tie("project.plan_draft", "decided_by"),
            tie("project.leveling_proposal", "made_by"),
            tie("project.simulation", "made_by"),
            tie("project.plan_draft_change", "made_by"),
            tie("project.deliverable", "owner_id"),
            tie("project.acceptance_record", "submitted_by"),
            tie("project.acceptance_record", "contact_id"),
            tie("project.resource", "user_id"),
            tie("project.leave_request", "decided_by"),
            tie("project.timesheet", "decided_by"),
            tie("project.time_entry", "approved_by"),
            tie("project.time_correction", "made_by"),
            tie("project.document", "approved_by"),
            tie("aftersales.ticket", "requester_id"),
            tie("aftersales.ticket", "project_id"),
            tie("aftersales.ticket", "deliverable_id"),
            tie("aftersales.ticket", "installed_product_id"),
            tie("aftersales.installed_product", "deliverable_id"),
            tie("aftersales.installed_product", "project_id"),
            tie("aftersales.installed_product", "site_id"),
            tie("aftersales.installed_product", "parent_id"),
            tie("aftersales.installed_product", "replaces_id"),
            tie("aftersales.service_contract", "follows_id"),
            tie("aftersales.ticket", "team_id"),
            tie("aftersales.ticket", "assignee_id"),
            tie("aftersales.ticket", "resolved_by"),
            tie("aftersales.ticket", "merged_into_id"),
            tie("aftersales.ticket_message", "user_id"),
            tie("aftersales.ticket_message", "contact_id"),
            tie("aftersales.survey_invitation", "contact_id"),
            tie("aftersales.survey_invitation", "agent_id"),
            tie("aftersales.survey_invitation", "team_id"),
            tie("aftersales.survey_response", "contact_id"),
            tie("aftersales.survey_response", "agent_id"),
            tie("aftersales.survey_response", "team_id"),
            tie("aftersales.survey_follow_up", "owner_id"),
            tie("aftersales.survey_follow_up", "done_by"),
            tie("aftersales.complaint", "caused_by_id"),
            tie("aftersales.complaint", "investigator_id"),
            tie("aftersales.complaint", "proposed_by_id"),
            tie("aftersales.complaint", "approved_by_id"),
            tie("aftersales.knowledge_use", "added_by"),
            tie("aftersales.problem", "owner_id"),
            tie("aftersales.problem", "deliverable_id"),
            tie("aftersales.problem", "project_id"),
            tie("foundation.contact", "site_id"));

    /** What goes, in an order that never leaves a key without its record. */
    private static final List<String> DELETIONS = List.of(
            "foundation.search_entry where subject_id" + GOES
                    + " or subject_type in ('ARTICLE', 'PROBLEM') and subject_id" + OWN,
            "foundation.activity_entry where subject_id" + GOES,
            "foundation.watcher where subject_id" + GOES,
            "foundation.notice where subject_id" + GOES,
            "foundation.inbox_entry where subject_id" + GOES,
            "foundation.outbox_mail where subject_id" + GOES,
            "foundation.attachment where subject_id" + GOES + " or comment_id" + GOES,
            "foundation.comment where id" + GOES,
            "foundation.stored_chunk c using foundation.stored_file f where f.id = c.file_id and f.id" + OWN
                    + " and not exists (select 1 from foundation.attachment a where a.file_id = f.id)",
            "foundation.stored_file f where f.id" + OWN
                    + " and not exists (select 1 from foundation.attachment a where a.file_id = f.id)",
            "aftersales.survey_response where id" + GOES,
            "aftersales.survey_invitation where id" + GOES,
            "aftersales.survey where id" + OWN,
            "aftersales.problem_ticket where ticket_id" + GOES + " or problem_id" + OWN,
            "aftersales.problem where id" + OWN,
            "aftersales.knowledge_use where ticket_id" + GOES + " or article_id" + OWN,
            "aftersales.knowledge_vote where user_id" + GOES + " or article_id" + OWN,
            "aftersales.knowledge_reading where user_id" + GOES + " or article_id" + OWN,
            "aftersales.knowledge_edition where article_id" + OWN,
            "aftersales.knowledge_article where id" + OWN,
            "aftersales.ticket_view where id" + OWN + " or owner_id" + GOES + " or team_id" + GOES,
            "aftersales.macro where id" + OWN + " or owner_id" + GOES + " or team_id" + GOES + " or to_team_id" + GOES
                    + " or to_user_id" + GOES + " or template_id in (select r.id from aftersales.reply_template r"
                    + " where r.id" + OWN + " or r.owner_id" + GOES + " or r.team_id" + GOES + ")",
            "aftersales.reply_template where id" + OWN + " or owner_id" + GOES + " or team_id" + GOES,
            "aftersales.automation_rule where id" + OWN,
            "aftersales.assignment_rule where id" + OWN + " or team_id" + GOES,
            "aftersales.complaint where ticket_id" + GOES,
            "aftersales.diagnosis where ticket_id" + GOES,
            "aftersales.mail where ticket_id" + GOES + " or message_id like '" + CorrespondenceRows.MARK + "%'",
            "aftersales.mail_failure where address in (select lower(email) from foundation.contact where id" + GOES
                    + ")",
            "aftersales.ticket_message where id" + GOES,
            "aftersales.ticket where id" + GOES,
            "aftersales.service_contract where id" + GOES,
            "aftersales.installed_product where id" + GOES,
            "aftersales.ticket_clock c using aftersales.sla_policy_version v where v.id = c.policy_version_id"
                    + " and v.policy_id" + OWN,
            "aftersales.sla_policy_version where policy_id" + OWN,
            "aftersales.sla_policy where id" + OWN,
            "project.document_version where document_id" + GOES,
            "project.document where id" + GOES,
            "project.acceptance_record where deliverable_id" + GOES,
            "project.deliverable where id" + GOES,
            "project.leave_request where id" + GOES,
            "project.time_correction where entry_id" + GOES,
            "project.time_entry where id" + GOES,
            "project.timesheet_remaining where timesheet_id" + GOES + " or task_id" + GOES,
            "project.timesheet_week where user_id" + GOES,
            "project.timesheet where id" + GOES,
            "project.resource_assignment where project_id" + GOES + " or resource_id" + GOES,
            "project.plan_resource where project_id" + GOES + " or resource_id" + GOES,
            "project.resource_skill where resource_id" + GOES,
            "project.resource_leave where resource_id" + GOES,
            "project.resource where id" + GOES,
            "project.baseline_task where task_id" + GOES,
            "project.baseline where project_id" + GOES,
            "project.milestone_forecast where task_id" + GOES,
            "project.milestone_trend where task_id" + GOES,
            "project.task_block where task_id" + GOES,
            "project.task_dependency where project_id" + GOES,
            "project.task_number where project_id" + GOES,
            "project.plan_draft where project_id" + GOES,
            "project.leveling_plan where project_id" + GOES,
            "project.leveling_proposal where project_id" + GOES,
            "project.leveling where project_id" + GOES,
            "project.simulation where project_id" + GOES,
            "project.plan_change where project_id" + GOES,
            "project.plan where project_id" + GOES,
            "project.file_dates where project_id" + GOES,
            "project.task where id" + GOES,
            "project.board_limit where project_id" + GOES,
            "project.gate_review where project_id" + GOES,
            "project.gate_waiver where project_id" + GOES,
            "project.gate_criterion where project_id" + GOES,
            "project.project_member where project_id" + GOES + " or user_id" + GOES,
            "project.project_key_alias where project_id" + GOES,
            "project.project where id" + GOES,
            "project.project_template where id" + GOES,
            "foundation.work_calendar_revision where calendar_id in (select c.id from foundation.work_calendar c"
                    + " where c.subject_type = 'PROJECT' and c.subject_id" + GOES + ")",
            "foundation.work_calendar where subject_type = 'PROJECT' and subject_id" + GOES,
            "foundation.work_calendar_revision r where r.calendar_id" + OWN + UNUSED.formatted("r.calendar_id"),
            "foundation.work_calendar c where c.id" + OWN + UNUSED.formatted("c.id"),
            "foundation.app_user where id" + GOES,
            "foundation.team where id" + GOES,
            "foundation.contact where id" + GOES,
            "foundation.site where id" + GOES,
            "foundation.customer where id" + GOES);

    private final JdbcTemplate jdbc;

    /** In the caller's transaction; returns how many records went. */
    int run() {
        jdbc.update("delete from foundation.demo_record");
        for (var query : FOUND) {
            jdbc.update("insert into foundation.demo_record (id) " + query + " on conflict do nothing");
        }
        for (var tie : TIES) {
            jdbc.update("update %1$s set %2$s = null where %2$s%3$s".formatted(tie[0], tie[1], GOES));
        }
        for (var deletion : DELETIONS) {
            jdbc.update("delete from " + deletion);
        }
        return jdbc.update("delete from foundation.demo_record");
    }

    private static String[] tie(String table, String column) {
        return new String[] {table, column};
    }
}
