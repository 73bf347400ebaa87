package io.throughline.project.lifecycle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a what-if draft, {@code HTC~2}: while the draft is open it stands for the project's key wherever its plan is
 * asked for or changed.
 *
 * @param project key of the project, in capitals
 * @param draft its number in the project, from 1
 */
public record DraftKey(String project, int draft) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z][A-Z0-9]{1,9})~([1-9][0-9]{0,5})");

    /** Empty for anything else, a project's own key among it. */
    public static Optional<DraftKey> parse(String key) {
        var match = SHAPE.matcher(key.toUpperCase(java.util.Locale.ROOT));
        return match.matches()
                ? Optional.of(new DraftKey(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return project + "~" + draft;
    }
}
