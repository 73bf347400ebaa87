package io.throughline.web.customer;

import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.ContactSubject;
import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.PortalInvitations;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
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

/** A customer's contacts: adds, edits, deactivates and invites them to the portal. */
@Controller
@RequestMapping("/customers/{number}/contacts")
@RequiredArgsConstructor
class ContactController {

    private static final String FORM = "foundation/customer/contact";

    private final Customers customers;
    private final CustomerDetailQueries details;
    private final UndeliverableAddresses addresses;
    private final PortalInvitations invitations;
    private final Words words;
    private final FormMerge merge;

    @GetMapping("/new")
    String start(Viewer viewer, @PathVariable String number, Model model) {
        model.addAttribute("form", ContactForm.empty());
        return form(viewer, details.require(viewer, number), model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var customer = details.require(viewer, number);
        var next = FormErrors.tried(errors, () -> {
            customers.addContact(viewer, customer.customerId(), form.command());
            Toast.done("foundation.customer.done.contactAdded", String.valueOf(form.name()))
                    .after(redirect);
            return back(number);
        });
        return next.orElseGet(() -> form(viewer, customer, model));
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String number, @PathVariable long id, Model model) {
        var customer = details.require(viewer, number);
        var contact = details.contact(viewer, customer.customerId(), new ContactId(id));
        model.addAttribute("form", ContactForm.of(contact));
        model.addAttribute("id", id);
        model.addAttribute("contact", contact);
        model.addAttribute("returned", addresses.of(viewer, Collections.singleton(contact.email())));
        return form(viewer, customer, model);
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable ContactForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var customer = details.require(viewer, number);
        var contact = new ContactId(id);
        var edit = new FormEdit<ContactForm>(
                "foundation.contact",
                id,
                List.of(),
                () -> filled(details.contact(viewer, customer.customerId(), contact)),
                whole -> customers.changeContact(viewer, contact, whole.command()));
        var saved = merge.save(viewer, new Typed<>(form, errors, sent, model), edit);
        if (saved.isPresent()) {
            Toast.done(
                            "foundation.customer.done.contactChanged",
                            String.valueOf(saved.get().name()))
                    .after(redirect);
            return back(number);
        }
        model.addAttribute("id", id);
        return form(viewer, customer, model);
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(Viewer viewer, @PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        var contact = details.contact(viewer, details.require(viewer, number).customerId(), new ContactId(id));
        customers.deactivateContact(viewer, new ContactId(id));
        Toast.done("foundation.customer.done.contactDeactivated", contact.name())
                .undo("/customers/" + number + "/contacts/" + id + "/deactivation/removal")
                .after(redirect);
        return back(number);
    }

    @PostMapping("/{id}/deactivation/removal")
    String activate(Viewer viewer, @PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        var contact = details.contact(viewer, details.require(viewer, number).customerId(), new ContactId(id));
        customers.activateContact(viewer, new ContactId(id));
        Toast.done("foundation.customer.done.contactActivated", contact.name()).after(redirect);
        return back(number);
    }

    @PostMapping("/{id}/invitation")
    String invite(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam String login,
            RedirectAttributes redirect) {
        var contact = details.contact(viewer, details.require(viewer, number).customerId(), new ContactId(id));
        try {
            invitations.invite(viewer, new ContactId(id), login.strip());
            Toast.done("foundation.customer.done.invited", contact.name()).after(redirect);
        } catch (RuleViolation e) {
            Toast.refused(e.key(), Arrays.stream(e.args()).map(String::valueOf).toArray(Serializable[]::new))
                    .after(redirect);
        }
        return back(number);
    }

    @PostMapping("/{id}/undeliverable/removal")
    String reachable(Viewer viewer, @PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        var contact = details.contact(viewer, details.require(viewer, number).customerId(), new ContactId(id));
        addresses.clear(
                viewer, String.valueOf(contact.email()), ContactSubject.of(new ContactId(id)), "foundation.contact");
        Toast.done("aftersales.mail.reachableAgain", String.valueOf(contact.email()))
                .after(redirect);
        return back(number);
    }

    private static FormEdit.Filled<ContactForm> filled(ContactDetail contact) {
        return FormEdit.Filled.of(ContactForm.of(contact)).naming("siteId", contact.site());
    }

    private String form(Viewer viewer, CustomerDetail customer, Model model) {
        model.addAttribute("customer", customer);
        model.addAttribute(
                "sites",
                details.sites(viewer, customer.customerId()).stream()
                        .filter(site -> site.active())
                        .map(site -> new Option(String.valueOf(site.id()), site.name()))
                        .toList());
        model.addAttribute(
                "locales",
                List.of(
                        new Option("zh-CN", words.text("foundation.customer.locale.zh")),
                        new Option("en", words.text("foundation.customer.locale.en"))));
        return FORM;
    }

    private static String back(String number) {
        return "redirect:/customers/" + number + "/contacts";
    }
}
