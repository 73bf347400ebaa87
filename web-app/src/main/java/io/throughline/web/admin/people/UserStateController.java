package io.throughline.web.admin.people;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.PasswordLinks;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a user in, keeps one out, and helps those who lost their password or device. */
@Controller
@RequestMapping("/admin/users/{login}")
@RequiredArgsConstructor
class UserStateController {

    private final Users users;
    private final UserQueries queries;
    private final PasswordLinks links;

    @PostMapping("/deactivation")
    String deactivate(@PathVariable String login, Viewer viewer, RedirectAttributes redirect) {
        return carryOut(login, viewer, users::deactivate, "web.people.deactivated", redirect);
    }

    @PostMapping("/activation")
    String activate(@PathVariable String login, Viewer viewer, RedirectAttributes redirect) {
        return carryOut(login, viewer, users::activate, "web.people.activated", redirect);
    }

    @PostMapping("/invitation")
    String invite(@PathVariable String login, Viewer viewer, RedirectAttributes redirect) {
        return carryOut(login, viewer, links::invite, "web.people.invited", redirect);
    }

    @PostMapping("/second-factor/removal")
    String resetSecondFactor(@PathVariable String login, Viewer viewer, RedirectAttributes redirect) {
        return carryOut(login, viewer, users::resetSecondFactor, "web.people.secondFactorReset", redirect);
    }

    @PostMapping("/sessions/removal")
    String signOut(@PathVariable String login, Viewer viewer, RedirectAttributes redirect) {
        return carryOut(login, viewer, users::signOutEverywhere, "web.people.signedOut", redirect);
    }

    private String carryOut(
            String login, Viewer viewer, BiConsumer<Viewer, UserId> change, String done, RedirectAttributes redirect) {
        var user = queries.require(viewer, login).row();
        try {
            change.accept(viewer, new UserId(user.id()));
            Toast.done(done, user.name()).after(redirect);
        } catch (RuleViolation e) {
            Toast.refused(e.key()).after(redirect);
        }
        return "redirect:/admin/users/" + user.login();
    }
}
