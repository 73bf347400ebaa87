package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerRow;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Customers for programs: the same commands, filters and scopes as the pages. */
@RestController
@RequestMapping("/api/v1/customers")
@RequiredArgsConstructor
class CustomerApi {

    private final Customers customers;
    private final CustomerListQueries lists;
    private final CustomerDetailQueries details;
    private final CustomerLoads loads;
    private final CustomerNumbers numbers;
    private final MergePatch patches;
    private final FieldMerge merge;

    @GetMapping
    ResponseEntity<List<Listed>> list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = CustomerAddress.filter(viewer, query, "all");
        var page = lists.rows(viewer, filter, PageRequest.of(query.get("after"), query.get("before"), size));
        var counts = loads.of(viewer, page.rows());
        return Pages.of(new Page<>(
                page.rows().stream().map(row -> Listed.of(row, counts)).toList(), page.next(), page.previous()));
    }

    @PostMapping
    ResponseEntity<CustomerJson> create(Viewer viewer, @Valid @RequestBody CustomerProperties body) {
        var id = customers.create(viewer, body.command(null));
        var customer = details.require(viewer, numbers.of(id));
        return Versions.created(
                "/api/v1/customers/" + customer.number(), CustomerJson.of(customer), customer.version());
    }

    @GetMapping("/{number}")
    ResponseEntity<CustomerJson> show(Viewer viewer, @PathVariable String number) {
        var customer = details.require(viewer, number);
        return Versions.tagged(CustomerJson.of(customer), customer.version());
    }

    @PatchMapping("/{number}")
    ResponseEntity<CustomerJson> change(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(ifMatch);
        merge.edit(
                viewer,
                seen,
                CustomerProperties.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "foundation.customer",
                        () -> details.require(viewer, number),
                        CustomerDetail::id,
                        CustomerDetail::version,
                        current -> customers.change(
                                viewer,
                                current.customerId(),
                                patches.apply(CustomerProperties.of(current), patch)
                                        .command(current.version()))));
        var customer = details.require(viewer, number);
        return Versions.tagged(CustomerJson.of(customer), customer.version());
    }

    /**
     * A customer in a list.
     *
     * @param accountExecutive id of the user
     * @param runningProjects as far as the caller may see them
     * @param openTickets as far as the caller may see them
     */
    record Listed(
            String number,
            String name,
            String shortName,
            CustomerTier tier,
            @Nullable Long accountExecutive,
            @Nullable String industry,
            int runningProjects,
            int openTickets,
            boolean archived,
            int version,
            Instant changedAt) {

        static Listed of(CustomerRow row, CustomerLoads.Loads counts) {
            return new Listed(
                    row.number(),
                    row.name(),
                    row.shortName(),
                    row.tier(),
                    row.accountExecutiveId(),
                    row.industry(),
                    counts.projectsOf(row.id()),
                    counts.ticketsOf(row.id()),
                    row.archived(),
                    row.version(),
                    row.changedAt());
        }
    }
}
