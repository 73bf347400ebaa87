package io.throughline.aftersales.installed;

import java.util.Locale;

/**
 * A line of the tree a product stands in.
 *
 * @param level 1 for the whole machine
 * @param shown whether it is the product the tree was asked for
 */
public record ProductPart(
        long id,
        String code,
        String serial,
        String model,
        String nameZh,
        String nameEn,
        InstalledProductState state,
        int level,
        boolean shown) {

    public String name(Locale locale) {
        return ProductNames.of(nameZh, nameEn, locale);
    }
}
