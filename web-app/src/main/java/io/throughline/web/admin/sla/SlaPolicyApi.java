package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.SlaPolicies;
import io.throughline.aftersales.sla.SlaPolicyId;
import io.throughline.aftersales.sla.SlaPolicyQueries;
import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** SLA policies for programs. What is sent is a draft; it holds from its publication on. */
@RestController
@RequestMapping("/api/v1/sla-policies")
@RequiredArgsConstructor
class SlaPolicyApi {

    private final SlaPolicies policies;
    private final SlaPolicyQueries queries;

    /**
     * @param number of the published version, 0 before the first
     * @param draft terms that wait for publication
     * @param published the terms that hold
     */
    record Stored(
            long id,
            int version,
            String name,
            String nameEn,
            int position,
            int number,
            @Nullable Instant retiredAt,
            @Nullable TermsBody draft,
            @Nullable TermsBody published,
            List<Past> versions) {}

    record Past(int number, Instant validFrom, String by) {}

    record Listed(
            long id,
            String name,
            String nameEn,
            int position,
            int number,
            boolean drafted,
            @Nullable Instant retiredAt) {}

    @GetMapping
    List<Listed> list(Viewer viewer) {
        return queries.list(viewer).stream()
                .map(row -> new Listed(
                        row.id().value(),
                        row.nameZh(),
                        row.nameEn(),
                        row.position(),
                        row.number(),
                        row.drafted(),
                        row.retiredAt()))
                .toList();
    }

    @PostMapping
    ResponseEntity<Stored> create(Viewer viewer, @Valid @RequestBody PolicyBody body) {
        var id = policies.create(viewer, body.draft(queries.customers(viewer, body.customerNumbers())));
        var stored = stored(viewer, id);
        return Versions.created("/api/v1/sla-policies/" + id.value(), stored, stored.version());
    }

    @GetMapping("/{id}")
    ResponseEntity<Stored> show(Viewer viewer, @PathVariable long id) {
        return answer(viewer, new SlaPolicyId(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<Stored> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody PolicyBody body) {
        int seen = Versions.seen(match);
        var policy = new SlaPolicyId(id);
        policies.change(viewer, policy, seen, body.draft(queries.customers(viewer, body.customerNumbers())));
        return answer(viewer, policy);
    }

    @PostMapping("/{id}/publication")
    ResponseEntity<Stored> publish(Viewer viewer, @PathVariable long id) {
        policies.publish(viewer, new SlaPolicyId(id), null);
        return answer(viewer, new SlaPolicyId(id));
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<Stored> retire(Viewer viewer, @PathVariable long id) {
        policies.retire(viewer, new SlaPolicyId(id), null);
        return answer(viewer, new SlaPolicyId(id));
    }

    @DeleteMapping("/{id}/retirement")
    ResponseEntity<Stored> reinstate(Viewer viewer, @PathVariable long id) {
        policies.reinstate(viewer, new SlaPolicyId(id), null);
        return answer(viewer, new SlaPolicyId(id));
    }

    private ResponseEntity<Stored> answer(Viewer viewer, SlaPolicyId id) {
        var stored = stored(viewer, id);
        return Versions.tagged(stored, stored.version());
    }

    private Stored stored(Viewer viewer, SlaPolicyId id) {
        var policy = queries.require(viewer, id);
        return new Stored(
                id.value(),
                policy.version(),
                policy.nameZh(),
                policy.nameEn(),
                policy.position(),
                policy.number(),
                policy.retiredAt(),
                terms(viewer, policy.draft()),
                terms(viewer, policy.published()),
                policy.versions().stream()
                        .map(past -> new Past(past.number(), past.validFrom(), past.by()))
                        .toList());
    }

    private @Nullable TermsBody terms(Viewer viewer, @Nullable SlaTerms terms) {
        return terms == null ? null : TermsBody.of(terms, queries.numbers(viewer, terms.customers()));
    }
}
