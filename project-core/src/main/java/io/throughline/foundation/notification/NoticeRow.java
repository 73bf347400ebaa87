package io.throughline.foundation.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One notice.
 *
 * @param kind message key of its text
 * @param data values of the text's named places, {@code actor} and {@code label} included
 */
public record NoticeRow(long id, String kind, Map<String, @Nullable Object> data, Instant at, boolean unread) {

    NoticeRow about(String label) {
        var named = new HashMap<>(data);
        named.put("label", label);
        return new NoticeRow(id, kind, named, at, unread);
    }
}
