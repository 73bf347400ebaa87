package io.throughline.web.shell;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import org.springframework.validation.BindingResult;

/** Brings a broken rule back to the form it came from, beside its field where it has one. */
public final class FormErrors {

    private FormErrors() {}

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
        } catch (org.springframework.beans.InvalidPropertyException e) {
            return false;
        }
    }
}
