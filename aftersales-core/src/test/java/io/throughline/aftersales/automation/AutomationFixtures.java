package io.throughline.aftersales.automation;

import static org.awaitility.Awaitility.await;

import io.throughline.foundation.people.Viewer;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules of automation for tests of other features. */
@TestComponent
@RequiredArgsConstructor
public class AutomationFixtures {

    private final AutomationRules rules;
    private final AutomationSweep sweep;
    private final ActiveRules active;
    private final JdbcClient jdbc;

    /** On new tickets in which the word stands. */
    public void onOpened(String word, Actions then) {
        var viewer = Viewer.system("test");
        var when = new Conditions(null, null, null, null, null, null, null, false, false, null, null, Set.of(word));
        var id = rules.create(viewer, new SaveRule(word, word, 10, new RuleTerms(Occasion.OPENED, null, when, then)));
        rules.activate(viewer, id, null, true);
        active.forget();
    }

    /** Returns when nothing waits for the rules any more, whoever sees to it. */
    public void drain() {
        sweep.drain();
        await().until(() -> jdbc.sql("select not exists (select 1 from aftersales.automation_event)")
                .query(Boolean.class)
                .single());
    }

    /** None runs from here on. */
    public void off() {
        jdbc.sql("update aftersales.automation_rule set active = false").update();
        jdbc.sql("delete from aftersales.automation_event").update();
        active.forget();
    }
}
