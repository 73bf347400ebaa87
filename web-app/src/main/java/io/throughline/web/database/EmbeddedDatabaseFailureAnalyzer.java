package io.throughline.web.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reason and the remedy instead of a stack trace. */
class EmbeddedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseFailure> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseFailure cause) {
        return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
    }
}
