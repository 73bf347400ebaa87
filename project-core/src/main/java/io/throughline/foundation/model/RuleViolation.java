package io.throughline.foundation.model;

import org.jspecify.annotations.Nullable;

/**
 * "You may not": a rule of the business was broken by what the person asked for.
 *
 * <p>The message key is resolved in the person's language; {@link #field()} names the form field it belongs to, where
 * there is one.
 */
public class RuleViolation extends RuntimeException {

    private final String key;
    private final transient Object[] args;
    private final @Nullable String field;

    public RuleViolation(String key, Object... args) {
        this(null, key, args);
    }

    private RuleViolation(@Nullable String field, String key, Object[] args) {
        super(key);
        this.key = key;
        this.args = args;
        this.field = field;
    }

    /** The same violation, shown beside the named field. */
    public RuleViolation at(String field) {
        return new RuleViolation(field, key, args);
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args == null ? new Object[0] : args.clone();
    }

    public @Nullable String field() {
        return field;
    }
}
