package io.throughline.foundation.search;

import io.throughline.foundation.model.SubjectRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be found of a record.
 *
 * @param subject the record
 * @param number business number, found exactly and by its parts; null where there is none
 * @param title shown as the hit
 * @param text further text, of which the first 64 kB are indexed
 * @param scopes who may find it: {@code everybody}, signed in or not, {@code staff}, {@code role:MANAGER}, {@code team:3}, {@code user:9},
 *     {@code customer:5}, {@code contact:7}, or one of a {@link SearchReach}; any one of them suffices
 * @param path address of the record's page for staff; portal hits are led through {@code /go}
 * @param names names found by pinyin and initials as well, for example 张伟 by {@code zw}
 */
public record SearchEntry(
        SubjectRef subject,
        @Nullable String number,
        String title,
        String text,
        Set<String> scopes,
        String path,
        Set<String> names) {

    public SearchEntry {
        scopes = Set.copyOf(scopes);
        names = Set.copyOf(names);
    }
}
