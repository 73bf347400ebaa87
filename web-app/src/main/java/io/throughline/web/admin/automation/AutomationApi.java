package io.throughline.web.admin.automation;

import io.throughline.aftersales.automation.AutomationRuleId;
import io.throughline.aftersales.automation.AutomationRuleQueries;
import io.throughline.aftersales.automation.AutomationRuleQueries.RuleRow;
import io.throughline.aftersales.automation.AutomationRuleQueries.RunRow;
import io.throughline.aftersales.automation.AutomationRules;
import io.throughline.aftersales.automation.AutomationTrials;
import io.throughline.aftersales.automation.AutomationTrials.Trial;
import io.throughline.aftersales.automation.Occasion;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Automation rules for programs. A new one is switched off. */
@RestController
@RequestMapping("/api/v1/automation-rules")
@RequiredArgsConstructor
class AutomationApi {

    private static final int MONTH = 30;

    private final AutomationRules rules;
    private final AutomationRuleQueries queries;
    private final AutomationTrials trials;

    /**
     * @param ran how often in the last thirty days
     * @param notDone how often it failed or was stopped against a loop in that time
     */
    record Stored(
            long id,
            int version,
            String name,
            String nameEn,
            int position,
            boolean active,
            Occasion occasion,
            @Nullable Integer waitMinutes,
            RuleBody.When when,
            RuleBody.Then then,
            int ran,
            int notDone) {}

    @GetMapping
    List<Stored> list(Viewer viewer) {
        return queries.list(viewer).stream().map(rule -> stored(viewer, rule)).toList();
    }

    @PostMapping
    ResponseEntity<Stored> create(Viewer viewer, @Valid @RequestBody RuleBody body) {
        var id = rules.create(viewer, body.rule(queries.customers(viewer, body.customerNumbers())));
        var stored = stored(viewer, queries.require(viewer, id));
        return Versions.created("/api/v1/automation-rules/" + id.value(), stored, stored.version());
    }

    @GetMapping("/{id}")
    ResponseEntity<Stored> show(Viewer viewer, @PathVariable long id) {
        return answer(viewer, new AutomationRuleId(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<Stored> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody RuleBody body) {
        int seen = Versions.seen(match);
        var rule = new AutomationRuleId(id);
        rules.change(viewer, rule, seen, body.rule(queries.customers(viewer, body.customerNumbers())));
        return answer(viewer, rule);
    }

    @PostMapping("/{id}/activation")
    ResponseEntity<Stored> activate(Viewer viewer, @PathVariable long id) {
        rules.activate(viewer, new AutomationRuleId(id), null, true);
        return answer(viewer, new AutomationRuleId(id));
    }

    @DeleteMapping("/{id}/activation")
    ResponseEntity<Stored> deactivate(Viewer viewer, @PathVariable long id) {
        rules.activate(viewer, new AutomationRuleId(id), null, false);
        return answer(viewer, new AutomationRuleId(id));
    }

    /** What the rule would have met; nothing is done. */
    @GetMapping("/{id}/trial")
    Trial attempt(Viewer viewer, @PathVariable long id, @RequestParam(required = false) @Nullable Integer days) {
        return trials.attempt(
                viewer, queries.require(viewer, new AutomationRuleId(id)).terms(), days == null ? MONTH : days);
    }

    @GetMapping("/{id}/runs")
    Page<RunRow> runs(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Boolean ran,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var rule = queries.require(viewer, new AutomationRuleId(id));
        return queries.runs(viewer, rule.id(), ran, PageRequest.of(after, before, size));
    }

    private ResponseEntity<Stored> answer(Viewer viewer, AutomationRuleId id) {
        var stored = stored(viewer, queries.require(viewer, id));
        return Versions.tagged(stored, stored.version());
    }

    private Stored stored(Viewer viewer, RuleRow rule) {
        var terms = rule.terms();
        return new Stored(
                rule.id().value(),
                rule.version(),
                rule.nameZh(),
                rule.nameEn(),
                rule.position(),
                rule.active(),
                terms.occasion(),
                terms.waitMinutes(),
                RuleBody.When.of(
                        terms.when(), queries.numbers(viewer, terms.when().customers())),
                RuleBody.Then.of(terms.then()),
                rule.ran(),
                rule.notDone());
    }
}
