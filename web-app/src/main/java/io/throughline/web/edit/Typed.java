package io.throughline.web.edit;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/**
 * What came back from a form, and the page it may have to be shown on again.
 *
 * @param form null when a value was of the wrong type
 * @param sent every parameter of the request
 */
public record Typed<T extends Record>(
        @Nullable T form, BindingResult errors, MultiValueMap<String, String> sent, Model model) {

    /** The same request with other contents of its form. */
    Typed<T> with(T other) {
        return new Typed<>(other, errors, sent, model);
    }

    boolean isSent(String field) {
        return sent.containsKey(field) || sent.containsKey("_" + field);
    }

    /** Whether the person chose what the other one wrote. */
    boolean takesTheirs(String field) {
        return "theirs".equals(sent.getFirst(choice(field)));
    }

    boolean hasChoice(String field) {
        return sent.containsKey(choice(field));
    }

    private static String choice(String field) {
        return "choice." + field;
    }
}
