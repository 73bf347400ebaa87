package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.model.RuleViolation;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that what a rule names is there; {@link RuleViolation} at its field where it is not. */
@Component
@RequiredArgsConstructor
class RuleReferences {

    private final TicketStatuses statuses;
    private final JdbcClient jdbc;

    void require(RuleTerms terms) {
        terms.when().statuses().forEach(this::requireStatus);
        requireAll(terms.when().customers(), "foundation.customer where id in (:ids)", "unknownCustomer", "customers");
        requireAll(terms.when().teams(), "foundation.team where id in (:ids)", "unknownTeam", "teams");
        var then = terms.then();
        if (then.status() != null) {
            requireReachable(then.status());
        }
        if (then.team() != null) {
            requireAll(Set.of(then.team()), "foundation.team where active and id in (:ids)", "unknownTeam", "team");
        }
        if (then.assignee() != null) {
            requireAll(
                    Set.of(then.assignee()),
                    "foundation.app_user where active and contact_id is null and id in (:ids)",
                    "unknownColleague",
                    "assignee");
        }
    }

    private void requireStatus(String code) {
        if (statuses.all().stream().noneMatch(status -> status.code().equals(code))) {
            throw new RuleViolation("aftersales.ticket.unknownStatus", code).at("statuses");
        }
    }

    /** On hold wants a reason and a date, merged a target: neither is a rule's to give. */
    private void requireReachable(String code) {
        statuses.require(code);
        if (code.equals(TicketStatus.ON_HOLD) || code.equals(TicketStatus.MERGED) || code.equals(TicketStatus.NEW)) {
            throw new RuleViolation("aftersales.automation.statusNotForRules").at("status");
        }
    }

    private void requireAll(Set<Long> ids, String where, String key, String field) {
        if (!ids.isEmpty()
                && jdbc.sql("select count(*) from " + where)
                                .param("ids", ids)
                                .query(Long.class)
                                .single()
                        < ids.size()) {
            throw new RuleViolation("aftersales.automation." + key).at(field);
        }
    }
}
