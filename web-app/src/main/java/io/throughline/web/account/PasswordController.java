package io.throughline.web.account;

import io.throughline.foundation.people.ChangePassword;
import io.throughline.foundation.people.Passwords;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes one's own password; other devices have to sign in again. */
@Controller
@RequestMapping("/account/password")
@RequiredArgsConstructor
class PasswordController {

    private final Passwords passwords;

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", new ChangePassword("", "", ""));
        AccountFrame.into(model, viewer);
        return "account/password";
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") ChangePassword form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var session = request.getSession(false);
            passwords.change(viewer, form, session == null ? null : session.getId());
            if (session != null) {
                request.changeSessionId();
            }
            Toast.done("web.account.passwordChanged").after(redirect);
            return "redirect:/account/password";
        });
        return next.orElseGet(() -> {
            AccountFrame.into(model, viewer);
            return "account/password";
        });
    }
}
