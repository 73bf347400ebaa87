package io.throughline.aftersales.automation;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes automation rules and switches them on and off. What ran stays in the log, so a rule is never deleted. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class AutomationRules {

    private final AutomationRuleRepository rules;
    private final ActiveRules active;
    private final RuleReferences references;

    /** A new rule is switched off, so that it can be tried first. */
    public AutomationRuleId create(Viewer viewer, SaveRule wanted) {
        references.require(wanted.terms());
        return new AutomationRuleId(
                rules.saveAndFlush(new AutomationRule(wanted)).requireId());
    }

    /** @param seen the version the change was made from, refused when it is no longer the stored one; null does not ask */
    public void change(Viewer viewer, AutomationRuleId id, @Nullable Integer seen, SaveRule wanted) {
        references.require(wanted.terms());
        with(id, seen, rule -> rule.change(wanted));
    }

    public void activate(Viewer viewer, AutomationRuleId id, @Nullable Integer seen, boolean on) {
        with(id, seen, rule -> rule.activate(on));
    }

    private void with(AutomationRuleId id, @Nullable Integer seen, Consumer<AutomationRule> change) {
        var rule = rules.findById(id.value()).orElseThrow(() -> new NotFound("automation-rule", id.value()));
        rule.requireVersion(seen);
        change.accept(rule);
        rules.saveAndFlush(rule);
        active.forget();
    }
}
