package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pair of colours that meets on a page, measured as WCAG 2.2 does (1.4.3 text 4.5, 1.4.11 lines and bars 3). */
class TokensTests {

    private static final Map<String, String[]> TOKENS = read();

    @ParameterizedTest
    @CsvSource({
        "text, surface, 4.5",
        "text, canvas, 4.5",
        "text, sunken, 4.5",
        "text, raised, 4.5",
        "text, selected, 4.5",
        "text, marked, 4.5",
        "text-2, surface, 4.5",
        "text-2, canvas, 4.5",
        "text-2, sunken, 4.5",
        "text-2, selected, 4.5",
        "text-3, surface, 4.5",
        "text-3, canvas, 4.5",
        "text-3, sunken, 4.5",
        "text-3, hover, 4.5",
        "text-3, selected, 4.5",
        "text-3, raised, 4.5",
        "text-3, note-soft, 4.5",
        "brand, surface, 4.5",
        "brand, canvas, 4.5",
        "brand, hover, 4.5",
        "brand, selected, 4.5",
        "brand-strong, brand-soft, 4.5",
        "brand, brand-soft, 4.5",
        "on-solid, brand-solid, 4.5",
        "on-solid, brand-solid-hover, 4.5",
        "on-solid, bad-solid, 4.5",
        "good, surface, 4.5",
        "good, good-soft, 4.5",
        "good, hover, 4.5",
        "warn, surface, 4.5",
        "warn, warn-soft, 4.5",
        "warn, hover, 4.5",
        "bad, surface, 4.5",
        "bad, bad-soft, 4.5",
        "bad, hover, 4.5",
        "info, surface, 4.5",
        "info, info-soft, 4.5",
        "mute, mute-soft, 4.5",
        "note, note-soft, 4.5",
        "note, surface, 4.5",
        "text, note-soft, 4.5",
        "text, brand-soft, 4.5",
        "text, info-soft, 4.5",
        "text, warn-soft, 4.5",
        "text, bad-soft, 4.5",
        "text, good-soft, 4.5",
        "on-solid, person-0, 4.5",
        "on-solid, person-1, 4.5",
        "on-solid, person-2, 4.5",
        "on-solid, person-3, 4.5",
        "on-solid, person-4, 4.5",
        "on-solid, person-5, 4.5",
        "on-solid, person-6, 4.5",
        "on-solid, person-7, 4.5",
        "field-line, surface, 3",
        "field-line, canvas, 3",
        "focus, surface, 3",
        "focus, canvas, 3",
        "focus, sunken, 3",
        "brand-solid, surface, 3",
        "good-solid, surface, 3",
        "warn-solid, surface, 3",
        "bad-solid, surface, 3",
        "info-solid, surface, 3",
        "mute-solid, surface, 3"
    })
    void canBeTold(String front, String back, double least) {
        for (int theme = 0; theme < 2; theme++) {
            var ratio = contrast(colour(front, theme), colour(back, theme));

            assertThat(ratio)
                    .as("%s on %s, %s", front, back, theme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static String colour(String token, int theme) {
        assertThat(TOKENS).containsKey(token);
        return TOKENS.get(token)[theme];
    }

    private static double contrast(String a, String b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> read() {
        try {
            var css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"));
            Map<String, String[]> tokens = new HashMap<>();
            var both = Pattern.compile("--tl-([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\);")
                    .matcher(css);
            while (both.find()) {
                tokens.put(both.group(1), new String[] {both.group(2), both.group(3)});
            }
            var one = Pattern.compile("--tl-([\\w-]+): (#\\w{6});").matcher(css);
            while (one.find()) {
                tokens.put(one.group(1), new String[] {one.group(2), one.group(2)});
            }
            return tokens;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
