package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.Placeholder;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDrafts;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends replies and notes, with their files and with a status in the same step, and keeps what is begun. */
@Controller
@RequiredArgsConstructor
class TicketMessageController {

    private final TicketConversation conversation;
    private final TicketDrafts drafts;
    private final TicketPage page;
    private final MessageSource messages;
    private final HoldTimes holdTimes;

    @InitBinder
    void readHolds(WebDataBinder binder) {
        binder.registerCustomEditor(Instant.class, new HoldTimes.Editor());
    }

    @PostMapping("/tickets/{number}/messages")
    String add(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("message") @Nullable AddMessage message,
            BindingResult errors,
            @RequestParam(required = false) @Nullable HoldPreset holdFor,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect,
            Model model) {
        refuseGaps(message, errors);
        if (message != null && !errors.hasErrors()) {
            try {
                conversation.add(viewer, number, message.until(holdTimes.chosen(viewer, holdFor)), Uploads.of(uploads));
                Toast.done(
                                message.visibility() == Visibility.PUBLIC
                                        ? "aftersales.ticket.sent"
                                        : "aftersales.ticket.noted")
                        .after(redirect);
                return Back.to(back, number);
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            }
        }
        if (message != null) {
            keepTyped(viewer, number, message);
        }
        model.addAttribute("typed", message);
        model.addAttribute("mustConfirm", errors.hasFieldErrors("confirmed"));
        model.addAttribute(
                "faults",
                errors.getAllErrors().stream()
                        .map(error -> messages.getMessage(error, LocaleContextHolder.getLocale()))
                        .toList());
        var ticket = page.fill(viewer, number, false, model);
        page.fillPanel(viewer, ticket, model);
        return "aftersales/ticket/detail";
    }

    /** What a template left open is not for the customer's eyes. */
    private static void refuseGaps(@Nullable AddMessage message, BindingResult errors) {
        if (message != null && message.visibility() == Visibility.PUBLIC && message.body() != null) {
            var gaps = Placeholder.gaps(message.body());
            if (!gaps.isEmpty()) {
                errors.reject("aftersales.desk.gaps", new Object[] {String.join(" ", gaps)}, null);
            }
        }
    }

    private void keepTyped(Viewer viewer, String number, AddMessage message) {
        var visibility = message.visibility();
        var body = message.body();
        if (visibility != null && body != null) {
            drafts.save(viewer, number, visibility, body);
        }
    }

    @PostMapping("/tickets/{number}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam Visibility visibility,
            @RequestParam(defaultValue = "") String body) {
        drafts.save(viewer, number, visibility, body);
    }
}
