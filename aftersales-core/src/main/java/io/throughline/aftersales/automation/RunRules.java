package io.throughline.aftersales.automation;

import io.throughline.aftersales.automation.ActiveRules.Rule;
import io.throughline.foundation.model.RuleViolation;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs rules on a ticket, each in a transaction of its own together with its line in the log: one that fails leaves the
 * others alone, and one that ran for a cause never runs for it again, whatever died in between.
 *
 * <p>Against loops: what a rule does may start other rules, never one that already stands in the chain that led to it; and
 * at most {@value #MOST_AN_HOUR} rules run on one ticket within an hour.
 */
@Slf4j
@Component
class RunRules {

    static final int MOST_AN_HOUR = 30;

    private final ActiveRules active;
    private final FactReader facts;
    private final RuleActs acts;
    private final RunLog runs;
    private final Doer doer;
    private final TransactionTemplate transactions;

    RunRules(
            ActiveRules active,
            FactReader facts,
            RuleActs acts,
            RunLog runs,
            Doer doer,
            PlatformTransactionManager transactions) {
        this.active = active;
        this.facts = facts;
        this.acts = acts;
        this.runs = runs;
        this.doer = doer;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** All rules on it, in their order; what one did may be why the next one fits, so it joins the chain. */
    void run(Heard heard) {
        var current = heard;
        for (var rule : active.of(Set.of(heard.occasion()))) {
            if (run(rule, current)) {
                current = current.after(rule.id());
            }
        }
    }

    /** @return whether it ran, now or on another node */
    boolean run(Rule rule, Heard heard) {
        try {
            return doer.as(heard.after(rule.id()).chain(), () -> transactions.execute(status -> ran(rule, heard)));
        } catch (RuleViolation refused) {
            failed(rule, heard, refused);
        } catch (RuntimeException broken) {
            log.error("automation rule {} failed on ticket {}", rule.id(), heard.ticket(), broken);
            failed(rule, heard, null);
        }
        return false;
    }

    private boolean ran(Rule rule, Heard heard) {
        var ticket = facts.locked(heard.ticket(), heard.message());
        var known = runs.known(rule, heard);
        if (known != null) {
            return known == RunOutcome.RAN;
        }
        if (ticket == null
                || !rule.terms().when().fits(ticket)
                || heard.occasion().isTimed() && !facts.stillWaits(heard)) {
            return false;
        }
        var outcome = heard.chain().contains(rule.id())
                ? RunOutcome.LOOP
                : runs.lastHour(heard.ticket()) >= MOST_AN_HOUR ? RunOutcome.LIMIT : RunOutcome.RAN;
        if (outcome == RunOutcome.RAN) {
            acts.of(rule, heard.ticket());
        }
        runs.add(rule, heard, outcome, null);
        return outcome == RunOutcome.RAN;
    }

    /** @param refused null where nobody foresaw it */
    private void failed(Rule rule, Heard heard, @Nullable RuleViolation refused) {
        transactions.executeWithoutResult(status -> {
            facts.locked(heard.ticket(), null);
            if (runs.known(rule, heard) == null) {
                runs.add(rule, heard, RunOutcome.FAILED, refused);
            }
        });
    }
}
