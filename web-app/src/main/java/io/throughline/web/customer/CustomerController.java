package io.throughline.web.customer;

import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
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

/** Creates, edits, archives and restores customers. */
@Controller
@RequestMapping("/customers")
@RequiredArgsConstructor
class CustomerController {

    private static final String FORM = "foundation/customer/form";

    private final Customers customers;
    private final CustomerQueries queries;
    private final CustomerDetailQueries details;
    private final CustomerListQueries lists;
    private final CustomerNumbers numbers;
    private final WorkCalendarQueries calendars;
    private final Words words;
    private final FormMerge merge;

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        var own = viewer.has(Role.ACCOUNT_EXECUTIVE) ? viewer.id().value() : null;
        model.addAttribute("form", CustomerForm.empty(own));
        return form(viewer, model);
    }

    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") CustomerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var id = customers.create(viewer, form.command());
            Toast.done("foundation.customer.done.created", String.valueOf(form.shortName()))
                    .after(redirect);
            return "redirect:/customers/" + numbers.of(id);
        });
        return next.orElseGet(() -> form(viewer, model));
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable String number, Model model) {
        var customer = details.require(viewer, number);
        model.addAttribute("customer", customer);
        model.addAttribute("form", CustomerForm.of(customer));
        return form(viewer, model);
    }

    @PostMapping("/{number}")
    String change(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") @Nullable CustomerForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var customer = details.require(viewer, number);
        var edit = new FormEdit<CustomerForm>(
                "foundation.customer",
                customer.id(),
                List.of(),
                () -> filled(details.require(viewer, number)),
                whole -> customers.change(viewer, customer.customerId(), whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("foundation.customer.done.changed").after(redirect);
            return "redirect:/customers/" + number;
        }
        model.addAttribute("customer", customer);
        return form(viewer, model);
    }

    @PostMapping("/{number}/archive")
    String archive(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        customers.archive(viewer, queries.require(viewer, number));
        Toast.done("foundation.customer.done.archived")
                .undo("/customers/" + number + "/archive/removal")
                .after(redirect);
        return "redirect:/customers/" + number;
    }

    @PostMapping("/{number}/archive/removal")
    String restore(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        customers.restore(viewer, queries.require(viewer, number));
        Toast.done("foundation.customer.done.restored").after(redirect);
        return "redirect:/customers/" + number;
    }

    private static FormEdit.Filled<CustomerForm> filled(CustomerDetail customer) {
        return FormEdit.Filled.of(CustomerForm.of(customer)).naming("accountExecutiveId", customer.accountExecutive());
    }

    private String form(Viewer viewer, Model model) {
        model.addAttribute("tiers", words.options(CustomerTier.values()));
        model.addAttribute(
                "calendars",
                calendars.list(viewer).stream()
                        .map(row -> new Option(String.valueOf(row.id().value()), row.nameIn(viewer.locale())))
                        .toList());
        model.addAttribute("choosing", !CustomerQueries.ownOnly(viewer));
        model.addAttribute(
                "executives",
                lists.accountExecutives(viewer).stream()
                        .map(person -> new Option(String.valueOf(person.id()), person.name()))
                        .toList());
        return FORM;
    }
}
