package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SiteId;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's sites: adds, edits and deactivates them. */
@Controller
@RequestMapping("/customers/{number}/sites")
@RequiredArgsConstructor
class SiteController {

    private static final String FORM = "foundation/customer/site";

    private final Customers customers;
    private final CustomerDetailQueries details;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, @PathVariable String number) {
        return back(details.require(viewer, number).number());
    }

    @GetMapping("/new")
    String start(Viewer viewer, @PathVariable String number, Model model) {
        model.addAttribute("form", SiteForm.empty(viewer.zone().getId()));
        model.addAttribute("customer", details.require(viewer, number));
        return FORM;
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var customer = details.require(viewer, number);
        var next = FormErrors.tried(errors, () -> {
            customers.addSite(viewer, customer.customerId(), form.command());
            Toast.done("foundation.customer.done.siteAdded", String.valueOf(form.name()))
                    .after(redirect);
            return back(number);
        });
        return next.orElseGet(() -> {
            model.addAttribute("customer", customer);
            return FORM;
        });
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String number, @PathVariable long id, Model model) {
        var customer = details.require(viewer, number);
        model.addAttribute("form", SiteForm.of(details.site(viewer, customer.customerId(), new SiteId(id))));
        model.addAttribute("id", id);
        model.addAttribute("customer", customer);
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable SiteForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var customer = details.require(viewer, number);
        var site = new SiteId(id);
        var edit = new FormEdit<SiteForm>(
                "foundation.site",
                id,
                List.of(),
                () -> FormEdit.Filled.of(SiteForm.of(details.site(viewer, customer.customerId(), site))),
                whole -> customers.changeSite(viewer, site, whole.command()));
        var saved = merge.save(viewer, new Typed<>(form, errors, sent, model), edit);
        if (saved.isPresent()) {
            Toast.done(
                            "foundation.customer.done.siteChanged",
                            String.valueOf(saved.get().name()))
                    .after(redirect);
            return back(number);
        }
        model.addAttribute("id", id);
        model.addAttribute("customer", customer);
        return FORM;
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(Viewer viewer, @PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        var site = details.site(viewer, details.require(viewer, number).customerId(), new SiteId(id));
        customers.deactivateSite(viewer, new SiteId(id));
        Toast.done("foundation.customer.done.siteDeactivated", site.name())
                .undo("/customers/" + number + "/sites/" + id + "/deactivation/removal")
                .after(redirect);
        return back(number);
    }

    @PostMapping("/{id}/deactivation/removal")
    String activate(Viewer viewer, @PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        var site = details.site(viewer, details.require(viewer, number).customerId(), new SiteId(id));
        customers.activateSite(viewer, new SiteId(id));
        Toast.done("foundation.customer.done.siteActivated", site.name()).after(redirect);
        return back(number);
    }

    private static String back(String number) {
        return "redirect:/customers/" + number + "/contacts#sites";
    }
}
