package io.throughline.project.schedule.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file cannot be read; says why by a message key with its arguments. The only exception that reading throws. */
public final class PlanFileException extends RuntimeException {
    private static final String PREFIX = "project.schedule.file.error.";

    private final String code;
    private final transient List<Object> args;

    PlanFileException(String code, Object... args) {
        this(null, code, args);
    }

    PlanFileException(@Nullable Throwable cause, String code, Object... args) {
        super(PREFIX + code, cause);
        this.code = PREFIX + code;
        this.args = List.of(args);
    }

    /** The message key. */
    public String code() {
        return code;
    }

    /** Reading was not possible in the time given; with more of it, it may be. */
    public boolean isOutOfTime() {
        return code.equals(PREFIX + "tooSlow") || code.equals(PREFIX + "busy");
    }

    public List<Object> args() {
        return args == null ? List.of() : args;
    }
}
