package io.throughline.web.project.planfile;

import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ImportPlan;
import io.throughline.project.schedule.ImportTakesLonger;
import io.throughline.project.schedule.PlanDryRun;
import io.throughline.project.schedule.PlanImports;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dry run of a plan file, and the project made of it once somebody has looked. */
@Controller
@RequiredArgsConstructor
class PlanImportController {

    private static final String PAGE = "project/planfile/dry-run";

    private final PlanImports imports;
    private final CustomerQueries customers;
    private final ImportPatience patience;

    @GetMapping("/projects/import/{upload}")
    String dryRun(Viewer viewer, @PathVariable("upload") long id, Model model) {
        var upload = imports.require(viewer, id);
        if (upload.imported() != null) {
            return "redirect:/projects/" + upload.imported().key();
        }
        model.addAttribute("upload", upload);
        try {
            var run = imports.dryRun(viewer, id, patience.answer());
            show(viewer, run, model);
            model.addAttribute("form", new ImportPlan(run.name(), null, null, null, null, null));
        } catch (RuleViolation refusal) {
            model.addAttribute("refusal", refusal);
        }
        return PAGE;
    }

    @PostMapping("/projects/import/{upload}")
    String create(
            Viewer viewer,
            @PathVariable("upload") long id,
            @Valid @ModelAttribute("form") ImportPlan form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var imported = imports.create(viewer, id, form, patience.answer());
                Toast.done(
                                "project.schedule.import.done",
                                imported.key(),
                                imported.report().tasks())
                        .after(redirect);
                var dates = imported.report().dateCount() > 0 ? "/schedule/imported" : "";
                return "redirect:/projects/" + imported.key() + dates;
            } catch (ImportTakesLonger longer) {
                var job = imports.createLater(viewer, id, form);
                Toast.done("project.schedule.import.goesOn").after(redirect);
                return "redirect:/jobs/" + job.value();
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            }
        }
        model.addAttribute("upload", imports.require(viewer, id));
        try {
            show(viewer, imports.dryRun(viewer, id, patience.answer()), model);
        } catch (RuleViolation refusal) {
            model.addAttribute("refusal", refusal);
        }
        return PAGE;
    }

    private void show(Viewer viewer, @Nullable PlanDryRun run, Model model) {
        List<Option> options = customers.choices(viewer).stream()
                .map(customer -> new Option(String.valueOf(customer.id()), customer.name()))
                .toList();
        model.addAttribute("run", run);
        model.addAttribute("customers", options);
    }
}
