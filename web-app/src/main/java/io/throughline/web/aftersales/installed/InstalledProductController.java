package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductDetail;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProductSubject;
import io.throughline.aftersales.installed.InstalledProducts;
import io.throughline.aftersales.installed.WarrantyRule;
import io.throughline.aftersales.ticket.ProductFailures;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerFilter;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.customer.SiteDetail;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
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
import java.util.Set;
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

/** One installed product: its page and its form. A new one begins with its customer. */
@Controller
@RequestMapping("/installed-products")
@RequiredArgsConstructor
class InstalledProductController {

    private static final String FORM = "aftersales/installed/form";
    private static final int TICKETS = 25;
    private static final int CUSTOMERS = 20;

    static final List<Set<String>> TOGETHER = List.of(
            Set.of("customerId", "siteId", "projectId", "deliverableId", "parent"),
            Set.of("warrantyRule", "warrantyMonths"));

    private final InstalledProducts products;
    private final InstalledProductQueries queries;
    private final TicketQueries tickets;
    private final ProductFailures failures;
    private final CustomerQueries customers;
    private final CustomerDetailQueries customerDetails;
    private final CustomerListQueries customerLists;
    private final Words words;
    private final FormMerge merge;

    @GetMapping("/{code}")
    String show(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var product = queries.detail(viewer, code);
        OpenedRecord.is(InstalledProductSubject.of(product.id()));
        var family = queries.family(viewer, product);
        var filter = TicketFilter.of(TicketView.ALL).aboutProducts(family);
        model.addAttribute("product", product);
        model.addAttribute("tree", queries.tree(viewer, product));
        model.addAttribute("page", tickets.rows(viewer, filter, PageRequest.of(after, before, TICKETS)));
        model.addAttribute("failures", failures.of(viewer, family));
        model.addAttribute("mayEdit", viewer.hasAny(InstalledProductAddresses.EDITORS));
        model.addAttribute(
                "mayOpenTicket",
                product.isInUse() && viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE));
        model.addAttribute("locale", viewer.locale());
        return "aftersales/installed/detail";
    }

    /** @param q words to find the customer by, who is chosen first */
    @GetMapping("/new")
    String start(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        if (parent != null && !parent.isBlank()) {
            var whole = queries.detail(viewer, parent);
            model.addAttribute("form", InstalledProductForm.empty(whole.customerId(), whole.siteId(), whole.code()));
            return form(viewer, whole.customerId(), model);
        }
        if (customer != null && !customer.isBlank()) {
            var id = customers.require(viewer, customer).value();
            model.addAttribute("form", InstalledProductForm.empty(id, null, null));
            return form(viewer, id, model);
        }
        var found = customerLists.rows(
                viewer, CustomerFilter.everything().finding(q == null ? "" : q), PageRequest.first(CUSTOMERS));
        model.addAttribute("customers", found.rows());
        model.addAttribute("more", found.next() != null);
        return "aftersales/installed/customer";
    }

    @PostMapping
    String register(
            Viewer viewer,
            @Valid @ModelAttribute("form") InstalledProductForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var code = products.register(viewer, form.command());
            Toast.done("aftersales.installed.done.registered", String.valueOf(form.model()))
                    .after(redirect);
            return "redirect:/installed-products/" + code;
        });
        return next.orElseGet(() -> form(viewer, form.customerId(), model));
    }

    @GetMapping("/{code}/edit")
    String edit(Viewer viewer, @PathVariable String code, Model model) {
        var product = queries.detail(viewer, code);
        model.addAttribute("product", product);
        model.addAttribute("form", InstalledProductForm.of(product));
        return form(viewer, product.customerId(), model);
    }

    @PostMapping("/{code}")
    String change(
            Viewer viewer,
            @PathVariable String code,
            @Valid @ModelAttribute("form") @Nullable InstalledProductForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var product = queries.detail(viewer, code);
        var kept = new String[] {code};
        var edit = new FormEdit<InstalledProductForm>(
                "aftersales.installed_product",
                product.id().value(),
                TOGETHER,
                () -> filled(queries.detail(viewer, code)),
                whole -> kept[0] = products.change(viewer, code, whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.installed.done.changed").after(redirect);
            return "redirect:/installed-products/" + kept[0];
        }
        model.addAttribute("product", product);
        return form(viewer, product.customerId(), model);
    }

    private static FormEdit.Filled<InstalledProductForm> filled(InstalledProductDetail product) {
        return FormEdit.Filled.of(InstalledProductForm.of(product))
                .naming("customerId", product.customer())
                .naming("siteId", product.site());
    }

    private String form(Viewer viewer, @Nullable Long customer, Model model) {
        model.addAttribute("rules", words.options(WarrantyRule.values()));
        if (customer != null && customers.sees(viewer, new CustomerId(customer))) {
            model.addAttribute("sites", sites(customerDetails.sites(viewer, new CustomerId(customer))));
            model.addAttribute(
                    "deliverables",
                    queries.deliverables(viewer, customer).stream()
                            .map(one -> new Option(
                                    String.valueOf(one.id()),
                                    "%s-%d %s".formatted(one.project(), one.number(), one.name())))
                            .toList());
            model.addAttribute(
                    "wholes",
                    queries.choices(viewer, customer).stream()
                            .map(row -> new Option(row.code(), row.model() + " " + row.name(viewer.locale())))
                            .toList());
        }
        return FORM;
    }

    private static List<Option> sites(List<SiteDetail> sites) {
        return sites.stream()
                .filter(SiteDetail::active)
                .map(site -> new Option(String.valueOf(site.id()), site.name()))
                .toList();
    }
}
