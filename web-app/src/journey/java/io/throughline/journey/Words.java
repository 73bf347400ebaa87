package io.throughline.journey;

import org.springframework.context.MessageSource;

/** The words a person reads, from the bundles of the product: journeys find controls by them, in either language. */
record Words(Lang lang) {

    String of(String key, Object... arguments) {
        return RunningApplication.bean(MessageSource.class).getMessage(key, arguments, lang.locale());
    }
}
