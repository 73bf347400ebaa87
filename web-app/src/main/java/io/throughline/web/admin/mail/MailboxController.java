package io.throughline.web.admin.mail;

import io.throughline.aftersales.mail.MailboxQueries;
import io.throughline.aftersales.mail.MailboxSecurity;
import io.throughline.aftersales.mail.Mailboxes;
import io.throughline.aftersales.mail.SaveMailbox;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
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

/** Mailboxes that are read for tickets: the list with how reading goes, and their settings. */
@Controller
@RequestMapping("/admin/mail/mailboxes")
@RequiredArgsConstructor
class MailboxController {

    private static final String FORM = "admin/mail/mailbox";
    private static final int IMAPS = 993;

    private final Mailboxes mailboxes;
    private final MailboxQueries queries;
    private final TeamQueries teams;
    private final Words words;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("mailboxes", queries.all(viewer));
        return "admin/mail/mailboxes";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        return form(
                viewer,
                new SaveMailbox("", "", "", IMAPS, MailboxSecurity.TLS, "", null, "INBOX", null, false, true, null),
                model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") SaveMailbox form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            mailboxes.add(viewer, form);
            Toast.done("aftersales.mail.mailboxSaved", form.name()).after(redirect);
            return "redirect:/admin/mail/mailboxes";
        });
        return next.orElseGet(() -> form(viewer, form, model));
    }

    @GetMapping("/{id:[0-9]+}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var mailbox = queries.mailbox(viewer, id);
        model.addAttribute("id", id);
        return form(
                viewer,
                new SaveMailbox(
                        mailbox.name(),
                        mailbox.address(),
                        mailbox.host(),
                        mailbox.port(),
                        mailbox.security(),
                        mailbox.username(),
                        null,
                        mailbox.folder(),
                        mailbox.teamId(),
                        mailbox.removeTaken(),
                        mailbox.active(),
                        mailbox.version()),
                model);
    }

    @PostMapping("/{id:[0-9]+}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") SaveMailbox form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("id", id);
        var next = FormErrors.tried(errors, () -> {
            mailboxes.change(viewer, id, form);
            Toast.done("aftersales.mail.mailboxSaved", form.name()).after(redirect);
            return "redirect:/admin/mail/mailboxes";
        });
        return next.orElseGet(() -> form(viewer, form, model));
    }

    private String form(Viewer viewer, SaveMailbox form, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        boolean chinese = viewer.locale().getLanguage().equals("zh");
        model.addAttribute(
                "securities",
                Arrays.stream(MailboxSecurity.values())
                        .map(each -> new Option(each.name(), words.of(each)))
                        .toList());
        model.addAttribute(
                "teams",
                teams.all(viewer).stream()
                        .filter(TeamQueries.TeamRow::active)
                        .map(team -> new Option(String.valueOf(team.id()), chinese ? team.nameZh() : team.nameEn()))
                        .toList());
        return FORM;
    }
}
