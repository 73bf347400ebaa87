package io.throughline.web.portal.project;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.PortalProjectQueries;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.scope.DecideDeliverable;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.project.scope.DeliverableStatus;
import io.throughline.project.scope.Deliverables;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer's projects: what comes when, and what waits for the customer's word. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/portal/projects")
class PortalProjectController implements AddressRules {

    private final PortalProjectQueries projects;
    private final MilestoneQueries milestones;
    private final DeliverableQueries queries;
    private final Deliverables deliverables;
    private final AttachmentQueries attachments;
    private final Words words;
    private final Clock clock;

    @Override
    public void declare(AddressBook book) {
        book.roles("/portal/projects", Role.CUSTOMER);
        book.roles("/portal/projects/{key}", Role.CUSTOMER);
        book.roles("/portal/projects/{key}/deliverables/{number}", Role.CUSTOMER);
        book.roles("/portal/projects/{key}/deliverables/{number}/decision", Role.CUSTOMER);
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("projects", projects.list(viewer));
        return "portal/project/list";
    }

    @GetMapping("/{key}")
    String show(Viewer viewer, @PathVariable String key, Model model) {
        var project = projects.require(viewer, key);
        model.addAttribute("project", project);
        model.addAttribute("milestones", milestones.shared(viewer, key));
        model.addAttribute("deliverables", queries.submitted(viewer, key));
        model.addAttribute("today", LocalDate.now(clock.withZone(project.zone())));
        return "portal/project/detail";
    }

    @GetMapping("/{key}/deliverables/{number}")
    String deliverable(Viewer viewer, @PathVariable String key, @PathVariable int number, Model model) {
        model.addAttribute("form", new DecideDeliverable(DeliverableStatus.ACCEPTED, null, ""));
        return fill(viewer, key, number, model);
    }

    @PostMapping("/{key}/deliverables/{number}/decision")
    String decide(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @Valid @ModelAttribute("form") DecideDeliverable form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            deliverables.decide(viewer, key, number, form);
            Toast.done("portal.project.toast." + form.decision()).after(redirect);
            return "redirect:/portal/projects/" + key;
        });
        return next.orElseGet(() -> fill(viewer, key, number, model));
    }

    private String fill(Viewer viewer, String key, int number, Model model) {
        var row = queries.requireSubmitted(viewer, key, number);
        model.addAttribute("project", projects.require(viewer, key));
        model.addAttribute("deliverable", row);
        model.addAttribute("description", html(row.description()));
        model.addAttribute("criteria", html(row.criteria()));
        var subject = new SubjectRef("DELIVERABLE", row.id());
        OpenedRecord.is(subject);
        model.addAttribute("files", attachments.list(viewer, subject));
        model.addAttribute("decisions", decisions());
        return "portal/project/deliverable";
    }

    private List<Option> decisions() {
        return List.of(
                new Option("ACCEPTED", words.text("portal.project.accept")),
                new Option("ACCEPTED_WITH_CONDITIONS", words.text("portal.project.acceptWithConditions")),
                new Option("REJECTED", words.text("portal.project.reject")));
    }

    private static String html(@Nullable String markdown) {
        return markdown == null ? "" : Markdown.html(markdown);
    }
}
