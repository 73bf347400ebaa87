package io.throughline.web.admin.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request's body, so that the caller learns all of it at once and where. */
final class BodyErrors {

    private static final int MOST = 50;

    private final List<BodyError> errors = new ArrayList<>();

    /**
     * @param pointer JSON pointer into the body
     * @param key message key, the stable code
     * @param args what the message names
     */
    record BodyError(String pointer, String key, Object[] args) {}

    void add(String pointer, String key, Object... args) {
        if (errors.size() < MOST) {
            errors.add(new BodyError(pointer, key, args));
        }
    }

    /** What the reading gives, or a noted error. */
    <T> Optional<T> read(String pointer, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuleViolation e) {
            add(pointer, e.key(), e.args());
            return Optional.empty();
        }
    }

    /** The text, or a noted error where it is missing. */
    Optional<String> required(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            add(pointer, "foundation.calendar.missing");
            return Optional.empty();
        }
        return Optional.of(text.trim());
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void refuseAny() {
        if (!errors.isEmpty()) {
            throw new BadBody(List.copyOf(errors));
        }
    }

    /** The body was read but cannot be meant. */
    static final class BadBody extends RuntimeException {

        private final transient List<BodyError> errors;

        BadBody(List<BodyError> errors) {
            super(errors.size() + " errors in the body");
            this.errors = errors;
        }

        List<BodyError> errors() {
            return errors;
        }
    }
}
