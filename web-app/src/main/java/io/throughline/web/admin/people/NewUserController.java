package io.throughline.web.admin.people;

import io.throughline.foundation.people.PasswordLinks;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new user, by invitation or with a password told in person. */
@Controller
@RequiredArgsConstructor
class NewUserController {

    private final Users users;
    private final PasswordLinks links;
    private final Words words;

    @GetMapping("/admin/users/new")
    String form(Model model) {
        return page(new NewUserForm("", "", null, null, Set.of(), null), model);
    }

    @PostMapping("/admin/users")
    String create(
            @Valid @ModelAttribute("form") NewUserForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        if (form.isInvitation() && form.email() == null) {
            errors.rejectValue("email", "foundation.people.inviteNeedsMail");
        }
        var next = FormErrors.tried(errors, () -> {
            var id = users.create(viewer, form.command());
            if (form.isInvitation()) {
                links.invite(viewer, id);
            }
            Toast.done(form.isInvitation() ? "web.people.invited" : "web.people.created", form.name())
                    .after(redirect);
            return "redirect:/admin/users/" + form.login().toLowerCase(Locale.ROOT);
        });
        return next.orElseGet(() -> page(form, model));
    }

    private String page(NewUserForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "roles",
                words.options(Arrays.stream(Role.values()).filter(Role::isStaff).toList()));
        return "admin/people/new-user";
    }
}
