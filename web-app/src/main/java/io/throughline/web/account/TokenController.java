package io.throughline.web.account;

import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens by which programs act for the person: made, shown once, revoked. */
@Controller
@RequestMapping("/account/tokens")
@RequiredArgsConstructor
class TokenController {

    private static final int STANDARD_DAYS = 90;
    private static final List<String> SCOPES = Stream.concat(
                    Stream.of("*"),
                    Stream.of(
                                    "tickets",
                                    "complaints",
                                    "projects",
                                    "tasks",
                                    "customers",
                                    "kpis",
                                    "calendars",
                                    "resources",
                                    "timesheets",
                                    "leave",
                                    "search",
                                    "comments",
                                    "attachments",
                                    "inbox",
                                    "jobs")
                            .flatMap(resource -> Stream.of(resource + ":read", resource + ":write")))
            .toList();

    private final ApiTokens tokens;
    private final SignIns signIns;

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", new TokenForm("", Set.of(), STANDARD_DAYS, ""));
        return page(viewer, model);
    }

    /** Answered at once and not by a redirect: the token's text must not be kept anywhere on the way. */
    @PostMapping
    String create(@Valid @ModelAttribute("form") TokenForm form, BindingResult errors, Viewer viewer, Model model) {
        if (!form.scopes().isEmpty() && !SCOPES.containsAll(form.scopes())) {
            errors.rejectValue("scopes", "web.account.badScope");
        }
        var next = FormErrors.tried(errors, () -> {
            signIns.confirm(viewer, form.password(), "password");
            model.addAttribute("issued", tokens.create(viewer, form.command()));
            return show(viewer, model);
        });
        return next.orElseGet(() -> page(viewer, model));
    }

    @PostMapping("/{id}/removal")
    String revoke(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
        tokens.revoke(viewer, id);
        Toast.done("web.account.tokenRevoked").after(redirect);
        return "redirect:/account/tokens";
    }

    private String page(Viewer viewer, Model model) {
        AccountFrame.into(model, viewer);
        model.addAttribute("tokens", tokens.list(viewer));
        model.addAttribute("scopes", SCOPES);
        return "account/tokens";
    }
}
