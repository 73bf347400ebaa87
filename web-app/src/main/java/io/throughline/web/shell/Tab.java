package io.throughline.web.shell;

import org.jspecify.annotations.Nullable;

/**
 * One tab of a record's page.
 *
 * @param code what the page names as its tab
 * @param key message key of the word
 * @param href address inside the application
 * @param count shown beside the word; null without
 */
public record Tab(
        String code, String key, String href, @Nullable Integer count) {

    public static Tab of(String code, String key, String href) {
        return new Tab(code, key, href, null);
    }
}
