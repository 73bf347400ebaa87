package io.throughline.web.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands after the word of a command; what the command does not take is configuration. */
public final class CommandOptions {

    private final List<String> words;

    /** @param arguments with the command's own word first */
    public CommandOptions(String[] arguments) {
        words = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    }

    /** Takes {@code --option value} or {@code --option=value} out; null where it is not there. */
    public @Nullable String take(String option) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(option + "=")) {
                return words.remove(i).substring(option.length() + 1);
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                words.remove(i);
                return words.remove(i);
            }
        }
        return null;
    }

    public String[] rest() {
        return words.toArray(String[]::new);
    }
}
