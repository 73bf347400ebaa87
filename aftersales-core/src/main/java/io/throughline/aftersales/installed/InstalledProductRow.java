package io.throughline.aftersales.installed;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An installed product in a list.
 *
 * @param manufacturer empty for our own
 * @param standing of the warranty, today
 */
public record InstalledProductRow(
        long id,
        String code,
        String serial,
        String manufacturer,
        String model,
        @Nullable String productVersion,
        String nameZh,
        String nameEn,
        String customerNumber,
        String customer,
        @Nullable String site,
        @Nullable String projectKey,
        InstalledProductState state,
        Warranty warranty,
        Warranty.Standing standing,
        int version,
        Instant changedAt) {

    public String name(Locale locale) {
        return ProductNames.of(nameZh, nameEn, locale);
    }
}
