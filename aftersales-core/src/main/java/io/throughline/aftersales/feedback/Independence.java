package io.throughline.aftersales.feedback;

import io.throughline.foundation.model.RuleViolation;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may look into a complaint (service rule 16): somebody who has no part in its matter. Whoever owns or ever owned the
 * ticket, is on the team of its project or is said to have caused it has one.
 */
@Component
@RequiredArgsConstructor
class Independence {

    private static final int MOST = 500;

    /** A colleague's part in the matter; null for none. */
    private static final String TIE = """
            case when u.id = t.assignee_id then 'OWNER'
                 when u.id = c.caused_by_id then 'CAUSE'
                 when t.project_id is not null and (
                      exists (select 1 from project.project p where p.id = t.project_id and p.manager_id = u.id)
                      or exists (select 1 from project.project_member m
                                  where m.project_id = t.project_id and m.user_id = u.id and m.role <> 'OBSERVER')
                      or exists (select 1 from project.resource_assignment a
                                   join project.resource r on r.id = a.resource_id
                                  where a.project_id = t.project_id and r.user_id = u.id)) then 'TEAM'
                 when exists (select 1 from aftersales.ticket_change h
                               where h.ticket_id = t.id and h.field = 'ASSIGNEE'
                                 and u.id::text in (h.from_value, h.to_value)) then 'FORMER_OWNER' end
            """;

    private final JdbcClient jdbc;

    /** Colleagues who may work on tickets, those without a part first. */
    List<Candidate> candidates(long ticket) {
        return jdbc.sql("""
                        select * from (
                            select u.id, u.name, %s as tie
                              from aftersales.ticket t
                              join aftersales.complaint c on c.ticket_id = t.id
                              cross join foundation.app_user u
                             where t.id = ? and u.active and u.contact_id is null
                               and exists (select 1 from foundation.user_role r where r.user_id = u.id
                                              and r.role in ('SUPPORT_AGENT', 'MANAGER', 'ACCOUNT_EXECUTIVE',
                                                             'PROJECT_MANAGER', 'TECHNICIAN', 'TRAINER'))) s
                         order by tie is not null, name collate "zh-Hans-CN-x-icu", id
                         limit %d
                        """.formatted(TIE, MOST))
                .param(ticket)
                .query(Candidate.class)
                .list();
    }

    /** The name of somebody without a part; throws {@link RuleViolation} with the reason for anybody else. */
    String require(long ticket, long investigator, String field) {
        var candidate = candidates(ticket).stream()
                .filter(one -> one.id() == investigator)
                .findFirst()
                .orElseThrow(() -> new RuleViolation("aftersales.feedback.unknownInvestigator").at(field));
        if (candidate.tie() != null) {
            throw new RuleViolation("aftersales.feedback.tie." + candidate.tie(), candidate.name()).at(field);
        }
        return candidate.name();
    }
}
