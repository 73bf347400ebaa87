package io.throughline.foundation.activity;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * HTML that strangers send, made fit to be shown on a page of its own: words, tables, harmless styles and links, and only
 * the pictures that are let through. Like {@link Markdown}, this is where rich text is made safe.
 */
public final class ForeignHtml {

    private ForeignHtml() {}

    /**
     * @param picture says from where a picture is shown instead of its {@code src}; null for not at all
     * @return HTML without scripts, forms, frames, classes and ids; any text is accepted
     */
    public static String safe(String html, UnaryOperator<@Nullable String> picture) {
        AttributePolicy shown = (element, attribute, value) -> picture.apply(value.strip());
        PolicyFactory policy = new HtmlPolicyBuilder()
                .allowCommonInlineFormattingElements()
                .allowCommonBlockElements()
                .allowElements(
                        "a", "img", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "hr", "pre",
                        "font", "center", "dl", "dt", "dd")
                .allowUrlProtocols("http", "https", "mailto", "cid")
                .allowAttributes("href")
                .onElements("a")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
                .allowAttributes("src")
                .matching(shown)
                .onElements("img")
                .allowAttributes("alt", "width", "height")
                .onElements("img")
                .allowAttributes(
                        "align",
                        "valign",
                        "width",
                        "height",
                        "colspan",
                        "rowspan",
                        "bgcolor",
                        "border",
                        "cellpadding",
                        "cellspacing")
                .onElements("table", "tr", "td", "th", "tbody", "thead")
                .allowAttributes("dir", "lang")
                .globally()
                .allowAttributes("color", "size", "face")
                .onElements("font")
                .toFactory();
        return policy.and(Sanitizers.STYLES).sanitize(html);
    }
}
