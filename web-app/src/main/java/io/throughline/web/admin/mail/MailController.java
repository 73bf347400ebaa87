package io.throughline.web.admin.mail;

import io.throughline.aftersales.mail.MailIntake;
import io.throughline.aftersales.mail.MailQueries;
import io.throughline.aftersales.mail.MailState;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows which mails came and what became of them; nothing that came is ever thrown away. */
@Controller
@RequestMapping("/admin/mail")
@RequiredArgsConstructor
class MailController {

    private final MailQueries queries;
    private final MailIntake intake;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "ACCEPTED") MailState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", MailState.values());
        model.addAttribute("counts", queries.counts(viewer));
        model.addAttribute("page", queries.page(viewer, state, PageRequest.of(after, before, size)));
        return "admin/mail/list";
    }

    @GetMapping("/{id:[0-9]+}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var detail = queries.detail(viewer, id);
        model.addAttribute("taken", detail.taken());
        model.addAttribute("mail", detail.mail());
        return "admin/mail/detail";
    }

    @GetMapping("/{id:[0-9]+}/source")
    ResponseEntity<byte[]> source(Viewer viewer, @PathVariable long id) {
        return Eml.of(id, queries.source(viewer, id));
    }

    @PostMapping("/{id:[0-9]+}/ticket")
    String open(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        var taken = intake.takeAgain(viewer, id);
        Toast.done("aftersales.mail.opened", Objects.requireNonNullElse(taken.ticket(), ""))
                .after(redirect);
        return "redirect:/admin/mail/" + id;
    }
}
