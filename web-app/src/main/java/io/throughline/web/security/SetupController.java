package io.throughline.web.security;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.BecomeAdministrator;
import io.throughline.foundation.people.FirstAdministrator;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes the first administrator by the code from the log; not there once somebody administers. */
@Controller
@RequiredArgsConstructor
class SetupController {

    private final FirstAdministrator first;

    @GetMapping("/setup")
    String ask(Model model) {
        requireOpen();
        model.addAttribute("form", new BecomeAdministrator("", "admin", "", "", "", ""));
        return "security/setup";
    }

    @PostMapping("/setup")
    String create(@Valid @ModelAttribute("form") BecomeAdministrator form, BindingResult errors) {
        requireOpen();
        if (!errors.hasErrors()) {
            try {
                first.create(form, LocaleContextHolder.getLocale());
                return "redirect:/login?passwordSet";
            } catch (RuleViolation e) {
                errors.rejectValue(e.field() == null ? "code" : e.field(), e.key(), e.args(), null);
            }
        }
        return "security/setup";
    }

    private void requireOpen() {
        if (!first.isWanted()) {
            throw new NotFound("setup", "");
        }
    }
}
