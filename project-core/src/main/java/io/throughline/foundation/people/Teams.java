package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds, changes, closes and reopens teams: the groups that share a queue of tickets. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class Teams {

    private final TeamRepository teams;

    /** Throws {@link RuleViolation} at {@code nameZh} when one of the names is taken. */
    public TeamId found(Viewer viewer, SaveTeam command) {
        requireFree(command, 0);
        var team = new Team(command.nameZh(), command.nameEn());
        team.consistOf(requireStaff(command.members()));
        return new TeamId(teams.save(team).requireId());
    }

    public void change(Viewer viewer, TeamId id, SaveTeam command) {
        var team = require(id);
        team.requireVersion(command.version());
        requireFree(command, id.value());
        team.rename(command.nameZh(), command.nameEn());
        team.consistOf(requireStaff(command.members()));
        teams.save(team);
    }

    /** The teams the user belongs to from now on, no others. */
    public void assign(Viewer viewer, UserId user, Set<Long> chosen) {
        if (!chosen.isEmpty()) {
            requireStaff(Set.of(user.value()));
        }
        for (var team : teams.findAll()) {
            if (chosen.contains(team.requireId())) {
                team.join(user.value());
            } else {
                team.leave(user.value());
            }
            teams.save(team);
        }
    }

    /** Takes no new work; what it has stays. */
    public void retire(Viewer viewer, TeamId id) {
        var team = require(id);
        team.retire();
        teams.save(team);
    }

    public void reopen(Viewer viewer, TeamId id) {
        var team = require(id);
        team.reopen();
        teams.save(team);
    }

    private Set<Long> requireStaff(Set<Long> members) {
        if (!members.isEmpty() && teams.countStaff(members) != members.size()) {
            throw new RuleViolation("foundation.people.teamOfStaff").at("members");
        }
        return members;
    }

    private void requireFree(SaveTeam command, long except) {
        if (teams.isNameTaken(command.nameZh(), command.nameEn(), except)) {
            throw new RuleViolation("foundation.people.teamTaken").at("nameZh");
        }
    }

    private Team require(TeamId id) {
        return teams.findById(id.value()).orElseThrow(() -> new NotFound("team", id.value()));
    }
}
