package io.throughline.aftersales.desk;

import io.throughline.foundation.model.RuleViolation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reply template leaves open: written {@code {{contact}}} or {@code {{联系人}}}, filled from the ticket.
 *
 * <p>A value that is not known leaves a gap that is seen, {@code [contact?]} or {@code 【联系人？】}; a text with a gap is
 * not sent.
 */
public enum Placeholder {
    CONTACT("contact", "联系人"),
    CUSTOMER("customer", "客户"),
    NUMBER("number", "工单号"),
    SUBJECT("subject", "主题"),
    PROMISED("promised", "承诺时间"),
    PROJECT("project", "项目"),
    AGENT("agent", "客服"),
    TEAM("team", "团队"),
    COMPANY("company", "公司"),
    TODAY("today", "今天");

    private static final Pattern WRITTEN = Pattern.compile("\\{\\{([^{}]{0,80})}}");
    private static final Pattern GAP = Pattern.compile(Arrays.stream(values())
            .flatMap(one -> List.of(one.gap(true), one.gap(false)).stream())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));

    private final String english;
    private final String chinese;

    Placeholder(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** As it is written in a text of that language. */
    public String written(boolean inChinese) {
        return "{{" + (inChinese ? chinese : english) + "}}";
    }

    /** What is left in a text where the value is not known. */
    String gap(boolean inChinese) {
        return inChinese ? "【" + chinese + "？】" : "[" + english + "?]";
    }

    /** Throws {@link RuleViolation} at the field for a placeholder nobody knows, naming those there are. */
    static void check(String text, boolean inChinese, String field) {
        var known = Arrays.stream(values()).map(one -> one.written(inChinese)).collect(Collectors.joining(" "));
        var found = WRITTEN.matcher(text);
        while (found.find()) {
            if (named(found.group(1)).isEmpty()) {
                throw new RuleViolation("aftersales.desk.unknownPlaceholder", found.group(), known).at(field);
            }
        }
        if (WRITTEN.matcher(text).replaceAll("").contains("{{")) {
            throw new RuleViolation("aftersales.desk.brokenPlaceholder", known).at(field);
        }
    }

    /** The text with the values in their places; each value is asked for once. */
    static String fill(String text, boolean inChinese, Function<Placeholder, String> values) {
        Map<Placeholder, String> asked = new EnumMap<>(Placeholder.class);
        return WRITTEN.matcher(text).replaceAll(found -> named(found.group(1))
                .map(one -> {
                    var value = asked.computeIfAbsent(one, values);
                    return Matcher.quoteReplacement(value.isBlank() ? one.gap(inChinese) : value);
                })
                .orElseGet(() -> Matcher.quoteReplacement(found.group())));
    }

    /** The gaps a text still has, each once, in their order. */
    public static List<String> gaps(String text) {
        var gaps = new LinkedHashSet<String>();
        var found = GAP.matcher(text);
        while (found.find()) {
            gaps.add(found.group());
        }
        return List.copyOf(gaps);
    }

    private static Optional<Placeholder> named(String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.english.equals(word) || one.chinese.equals(word))
                .findFirst();
    }
}
