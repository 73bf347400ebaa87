package io.throughline.web.shell;

import io.throughline.foundation.model.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What a reader of typed values says of one that is none is said beside its field, in place of "wrong type". */
@ControllerAdvice
class TypedRules extends DefaultBindingErrorProcessor {

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.setBindingErrorProcessor(this);
    }

    @Override
    public void processPropertyAccessException(PropertyAccessException failure, BindingResult result) {
        var field = failure.getPropertyName();
        var violation = violation(failure);
        if (field == null || violation == null) {
            super.processPropertyAccessException(failure, result);
            return;
        }
        result.addError(new FieldError(
                result.getObjectName(),
                field,
                failure.getValue(),
                true,
                new String[] {violation.key()},
                violation.args(),
                null));
    }

    private static @Nullable RuleViolation violation(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation violation) {
                return violation;
            }
        }
        return null;
    }
}
