package io.throughline.foundation.notification;

import java.util.List;

/** A person's choices as they stand, defaults filled in. */
public record NoticePreferences(List<NoticeChoice> choices, Digest digest) {

    public NoticePreferences {
        choices = List.copyOf(choices);
    }
}
