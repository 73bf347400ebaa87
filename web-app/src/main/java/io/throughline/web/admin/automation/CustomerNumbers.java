package io.throughline.web.admin.automation;

import io.throughline.foundation.model.RuleViolation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Customers as people name them. */
final class CustomerNumbers {

    private CustomerNumbers() {}

    /** Throws {@link RuleViolation} at {@code customers} for a number nobody has. */
    static Set<Long> ids(Set<String> numbers, Map<String, Long> known) {
        var ids = new HashSet<Long>();
        for (var number : numbers) {
            var id = known.get(number);
            if (id == null) {
                throw new RuleViolation("web.automation.unknownNumber", number).at("customers");
            }
            ids.add(id);
        }
        return ids;
    }
}
