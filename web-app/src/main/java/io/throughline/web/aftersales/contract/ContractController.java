package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.ContractDetail;
import io.throughline.aftersales.contract.ContractQueries;
import io.throughline.aftersales.contract.ContractStanding;
import io.throughline.aftersales.contract.ContractState;
import io.throughline.aftersales.contract.ContractSubject;
import io.throughline.aftersales.contract.Contracts;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.ticket.CoveredTickets;
import io.throughline.foundation.customer.CustomerFilter;
import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Service contracts: the list by their ends, one contract with its cover and use, and its form. */
@Controller
@RequestMapping("/contracts")
@RequiredArgsConstructor
class ContractController {

    private static final String FORM = "aftersales/contract/form";
    private static final int CUSTOMERS = 20;

    static final List<Set<String>> TOGETHER = List.of(Set.of("startsOn", "endsOn"), Set.of("everything", "products"));

    private final Contracts contracts;
    private final ContractQueries queries;
    private final CoveredTickets use;
    private final ContractAddress address;
    private final InstalledProductQueries products;
    private final CustomerQueries customers;
    private final CustomerListQueries customerLists;
    private final Words words;
    private final FormMerge merge;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute(
                "page",
                queries.rows(
                        viewer,
                        address.filter(viewer, query),
                        PageRequest.of(query.get("after"), query.get("before"), size)));
        model.addAttribute(
                "filtered", query.keySet().stream().anyMatch(name -> name.startsWith("filter.") || name.equals("q")));
        model.addAttribute("standings", words.options(ContractStanding.values()));
        model.addAttribute("kept", List.of("size", "filter.customer"));
        model.addAttribute("mayDraft", viewer.hasAny(ContractAddresses.EDITORS));
        return "aftersales/contract/list";
    }

    @GetMapping("/{number}")
    String show(Viewer viewer, @PathVariable String number, Model model) {
        var contract = queries.detail(viewer, number);
        OpenedRecord.is(ContractSubject.of(contract.id()));
        boolean edits = viewer.hasAny(ContractAddresses.EDITORS);
        model.addAttribute("contract", contract);
        model.addAttribute(
                "used",
                use.opened(viewer, contract.customerId(), covered(contract), contract.startsOn(), contract.endsOn()));
        model.addAttribute("mayEdit", edits && contract.state() != ContractState.CANCELLED);
        model.addAttribute("mayActivate", edits && contract.state() == ContractState.DRAFT);
        model.addAttribute(
                "mayRenew", edits && contract.state() == ContractState.ACTIVE && contract.followedBy() == null);
        return "aftersales/contract/detail";
    }

    /** @param q words to find the customer by, who is chosen first */
    @GetMapping("/new")
    String start(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        if (customer != null && !customer.isBlank()) {
            var id = customers.require(viewer, customer).value();
            model.addAttribute("form", ContractForm.empty(id, queries.today(viewer), product));
            return form(viewer, id, model);
        }
        var found = customerLists.rows(
                viewer, CustomerFilter.everything().finding(q == null ? "" : q), PageRequest.first(CUSTOMERS));
        model.addAttribute("customers", found.rows());
        model.addAttribute("more", found.next() != null);
        return "aftersales/contract/customer";
    }

    @PostMapping
    String draft(
            Viewer viewer,
            @Valid @ModelAttribute("form") ContractForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var number = contracts.draft(viewer, form.command());
            Toast.done("aftersales.contract.done.drafted", number).after(redirect);
            return "redirect:/contracts/" + number;
        });
        return next.orElseGet(() -> form(viewer, form.customerId(), model));
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable String number, Model model) {
        var contract = queries.detail(viewer, number);
        model.addAttribute("contract", contract);
        model.addAttribute("form", ContractForm.of(contract));
        return form(viewer, contract.customerId(), model);
    }

    @PostMapping("/{number}")
    String change(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") @Nullable ContractForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var contract = queries.detail(viewer, number);
        var edit = new FormEdit<ContractForm>(
                "aftersales.service_contract",
                contract.id().value(),
                TOGETHER,
                () -> FormEdit.Filled.of(ContractForm.of(queries.detail(viewer, number))),
                whole -> contracts.change(viewer, number, whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.contract.done.changed").after(redirect);
            return "redirect:/contracts/" + number;
        }
        model.addAttribute("contract", contract);
        return form(viewer, contract.customerId(), model);
    }

    /** Null where it covers whatever the customer has. */
    private static @Nullable Set<String> covered(ContractDetail contract) {
        return contract.everything()
                ? null
                : contract.covered().stream().map(ContractDetail.Covered::code).collect(Collectors.toSet());
    }

    private String form(Viewer viewer, @Nullable Long customer, Model model) {
        model.addAttribute(
                "choices",
                customer == null
                        ? List.of()
                        : products.choices(viewer, customer).stream()
                                .map(row -> new Option(row.code(), row.model() + " " + row.name(viewer.locale())))
                                .toList());
        return FORM;
    }
}
