package io.throughline.web.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.web.shell.Toast;
import java.io.Serializable;
import java.util.Arrays;

/** A broken rule as a notice on the page the person came from, for forms of one button. */
final class Refusal {

    private Refusal() {}

    static Toast of(RuleViolation violation) {
        return Toast.refused(
                violation.key(),
                Arrays.stream(violation.args()).map(String::valueOf).toArray(Serializable[]::new));
    }
}
