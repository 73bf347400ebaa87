package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.ContractDetail;
import io.throughline.aftersales.contract.ContractQueries;
import io.throughline.aftersales.contract.ContractRow;
import io.throughline.aftersales.contract.Contracts;
import io.throughline.aftersales.contract.SaveContract;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** Service contracts for programs: the same commands, filters and scopes as the pages. */
@RestController
@RequestMapping("/api/v1/contracts")
@RequiredArgsConstructor
class ContractApi {

    private final Contracts contracts;
    private final ContractQueries queries;
    private final ContractAddress address;
    private final MergePatch patches;

    @GetMapping
    ResponseEntity<List<ContractRow>> list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size) {
        return Pages.of(queries.rows(
                viewer, address.filter(viewer, query), PageRequest.of(query.get("after"), query.get("before"), size)));
    }

    @PostMapping
    ResponseEntity<ContractDetail> draft(Viewer viewer, @Valid @RequestBody SaveContract body) {
        return made(viewer, contracts.draft(viewer, body));
    }

    @GetMapping("/{number}")
    ResponseEntity<ContractDetail> show(Viewer viewer, @PathVariable String number) {
        var contract = queries.detail(viewer, number);
        return Versions.tagged(contract, contract.version());
    }

    @PatchMapping("/{number}")
    ResponseEntity<ContractDetail> change(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var seen = Versions.seen(ifMatch);
        var stored = command(queries.detail(viewer, number), seen);
        contracts.change(viewer, number, patches.apply(stored, patch));
        return show(viewer, number);
    }

    @PostMapping("/{number}/activation")
    ResponseEntity<ContractDetail> activate(Viewer viewer, @PathVariable String number) {
        contracts.activate(viewer, number);
        return show(viewer, number);
    }

    @PostMapping("/{number}/renewal")
    ResponseEntity<ContractDetail> renew(Viewer viewer, @PathVariable String number) {
        return made(viewer, contracts.renew(viewer, number));
    }

    @PostMapping("/{number}/cancellation")
    ResponseEntity<ContractDetail> cancel(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody Cancellation body) {
        contracts.cancel(viewer, number, body.reason());
        return show(viewer, number);
    }

    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    private ResponseEntity<ContractDetail> made(Viewer viewer, String number) {
        var contract = queries.detail(viewer, number);
        return Versions.created("/api/v1/contracts/" + number, contract, contract.version());
    }

    private static SaveContract command(ContractDetail contract, int seen) {
        return new SaveContract(
                contract.name(),
                contract.customerId(),
                contract.startsOn(),
                contract.endsOn(),
                contract.everything(),
                contract.covered().stream().map(ContractDetail.Covered::code).collect(Collectors.toSet()),
                contract.hours(),
                contract.visits(),
                contract.tickets(),
                contract.noticeDays(),
                contract.notes(),
                seen);
    }
}
