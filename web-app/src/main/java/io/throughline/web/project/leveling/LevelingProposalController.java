package io.throughline.web.project.leveling;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.Levelings;
import io.throughline.project.schedule.LevelingDelays;
import io.throughline.project.schedule.PlanChange;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applies a proposal, takes it back, throws it away; and takes all leveling of a plan away. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/schedule/leveling")
class LevelingProposalController {

    private final Levelings levelings;
    private final LevelingDelays delays;

    @PostMapping("/{proposal}/application")
    String apply(Viewer viewer, @PathVariable String key, @PathVariable long proposal, RedirectAttributes redirect) {
        return tried(key, redirect, () -> {
            int moved = levelings.apply(viewer, key, proposal).stream()
                    .mapToInt(PlanChange::moved)
                    .sum();
            return Toast.done("project.leveling.applied", moved)
                    .undo("/projects/" + key + "/schedule/leveling/" + proposal + "/application/removal");
        });
    }

    @PostMapping("/{proposal}/application/removal")
    String undo(Viewer viewer, @PathVariable String key, @PathVariable long proposal, RedirectAttributes redirect) {
        return tried(key, redirect, () -> {
            levelings.undo(viewer, key, proposal);
            return Toast.done("project.leveling.undone");
        });
    }

    @PostMapping("/{proposal}/removal")
    String discard(Viewer viewer, @PathVariable String key, @PathVariable long proposal, RedirectAttributes redirect) {
        return tried(key, redirect, () -> {
            levelings.discard(viewer, key, proposal);
            return Toast.done("project.leveling.discarded");
        });
    }

    @PostMapping("/removal")
    String clear(Viewer viewer, @PathVariable String key, RedirectAttributes redirect) {
        return tried(key, redirect, () -> {
            var change = delays.clear(viewer, key);
            var done = Toast.done("project.leveling.cleared", change.moved());
            return change.id() == null
                    ? done
                    : done.undo("/projects/" + key + "/schedule/changes/" + change.id() + "/reversal");
        });
    }

    /** What the person can mend is said on the page it came from. */
    private static String tried(String key, RedirectAttributes redirect, Deed deed) {
        try {
            deed.run().after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key(), refused.args().length == 0 ? "" : String.valueOf(refused.args()[0]))
                    .after(redirect);
        }
        return "redirect:/projects/" + key + "/schedule/leveling";
    }

    private interface Deed {
        Toast run();
    }
}
