package io.throughline.web.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for codes in the language of the request, as {@code #words} in templates. */
@Component("words")
@RequiredArgsConstructor
public class Words {

    private final MessageSource messages;

    /** The word of an enum constant: {@code enum.<Type>.<CONSTANT>}; empty for null. */
    public String of(@Nullable Enum<?> constant) {
        return constant == null ? "" : of(constant.getDeclaringClass().getSimpleName(), constant.name());
    }

    /** The word of a constant known by names only, for example from a query. */
    public String of(String type, @Nullable String constant) {
        return constant == null ? "" : text("enum." + type + "." + constant);
    }

    /** Any key, for keys put together at run time. */
    public String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** Choices for a select from enum constants, in their order. */
    public List<Option> options(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), of(constant)))
                .toList();
    }

    public List<Option> options(Enum<?>[] constants) {
        return options(Arrays.asList(constants));
    }
}
