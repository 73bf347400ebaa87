package io.throughline.web.shell;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.validation.BindingResult;

/** Brings a broken rule back to the form it came from, beside its field where it has one. */
public final class FormErrors {

    private FormErrors() {}

    /**
     * Does what a form without errors asks for. A rule this breaks, or a newer version it meets, is said at the form.
     *
     * @return the view the deed leads to; empty when the form is to be shown again
     */
    public static Optional<String> tried(BindingResult form, Supplier<String> deed) {
        if (form.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(deed.get());
        } catch (RuleViolation violation) {
            into(form, violation);
        } catch (StaleVersion stale) {
            into(form, stale);
        }
        return Optional.empty();
    }

    public static void into(BindingResult result, RuleViolation violation) {
        var field = violation.field();
        if (field != null && hasField(result, field)) {
            result.rejectValue(field, violation.key(), violation.args(), null);
        } else {
            result.reject(violation.key(), violation.args(), null);
        }
    }

    /** Says that somebody else saved meanwhile; what was typed stays. */
    public static void into(BindingResult result, StaleVersion stale) {
        result.reject("shell.error.stale", new Object[] {stale.seen(), stale.stored()}, null);
    }

    private static boolean hasField(BindingResult result, String field) {
        try {
            result.getFieldType(field);
            result.getRawFieldValue(field);
            return true;
        } catch (InvalidPropertyException e) {
            return false;
        }
    }
}
