package io.throughline.web.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the circle of a person's avatar, as {@code #faces} in templates. */
@Component("faces")
public class Faces {

    private static final int TONES = 8;

    /** The last two characters of a Chinese name, the initials of any other. */
    public String initials(@Nullable String name) {
        var text = name == null ? "" : name.strip();
        if (text.isEmpty()) {
            return "–";
        }
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            var characters =
                    text.codePoints().filter(Character::isLetterOrDigit).toArray();
            int from = Math.max(0, characters.length - 2);
            return new String(characters, from, characters.length - from);
        }
        var words = text.split("[\\s._-]+");
        var first = words[0].substring(0, Math.min(1, words[0].length()));
        var last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(java.util.Locale.ROOT);
    }

    /** One of the avatar grounds, always the same for a name. */
    public int tone(@Nullable String name) {
        return Math.floorMod(name == null ? 0 : name.strip().hashCode(), TONES);
    }
}
