package io.throughline.aftersales.assignment;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of assignment, team by team; a company has few teams, so the list is whole. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.MANAGER, Role.ADMIN, Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.TRAINER})
public class AssignmentRuleQueries {

    private final RuleReader reader;

    /** Every team, also one without a rule. */
    public List<RuleOfTeam> all(Viewer viewer) {
        return reader.all();
    }

    /** Throws {@link NotFound} for an unknown team. */
    public RuleOfTeam require(Viewer viewer, TeamId team) {
        return reader.of(team.value()).orElseThrow(() -> new NotFound("team", team.value()));
    }
}
