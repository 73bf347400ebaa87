package io.throughline.aftersales.automation;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Which rules are at work on this thread, so that what they cause is known as theirs. */
@Component
class Doer {

    private final ThreadLocal<List<Long>> chain = ThreadLocal.withInitial(List::of);

    List<Long> chain() {
        return chain.get();
    }

    /** Does the work as that of the last rule of a chain. */
    boolean as(List<Long> rules, Supplier<Boolean> work) {
        chain.set(rules);
        try {
            return work.get();
        } finally {
            chain.remove();
        }
    }
}
