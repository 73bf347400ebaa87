package io.throughline.foundation.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]*)([^>]*)>");
    private static final Pattern ALLOWED_ATTRIBUTES = Pattern.compile(
            "( href=\"(https?://|mailto:|/|#|[^:\"]*\")[^\"]*\"?| rel=\"nofollow noopener\"| src=\"/attachments/\\d+(/image)?\""
                    + "| alt=\"[^\"]*\"| start=\"\\d+\"| ?/)*");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **bold** *em*                | <p><strong>bold</strong> <em>em</em></p>
            # Title                      | <h4>Title</h4>
            [a](https://example.org/x)   | <p><a href="https://example.org/x" rel="nofollow noopener">a</a></p>
            [a](javascript:alert(1))     | <p>a</p>
            [a](data:text/html,x)        | <p>a</p>
            ![p](/attachments/12)        | <p><img src="/attachments/12" alt="p" /></p>
            ![p](https://evil.test/p)    | <p><img alt="p" /></p>
            <b onclick=x>hi</b>          | <p>&lt;b onclick&#61;x&gt;hi&lt;/b&gt;</p>
            ```java                      | <pre><code></code></pre>
            """)
    void rendersWhatPeopleWriteAndNothingElse(String source, String html) {
        assertThat(Markdown.html(source).strip()).isEqualTo(html);
    }

    @Test
    void rendersTables() {
        assertThat(Markdown.html("|a|b|\n|-|-|\n|1|2|\n"))
                .contains("<table>")
                .contains("<th>a</th>")
                .contains("<td>2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "- ", "[", "*a ", "_", "**a ", "![", "<div>", "`", "((", "1. ", "a|", "&", "\\", "<!--"})
    void costsNoMoreThanItsLengthHoweverDeep(String nesting) {
        var hostile = nesting.repeat(5000);

        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            Markdown.html(hostile);
            Markdown.html(hostile + "x" + new StringBuilder(hostile).reverse());
            Markdown.plainText(hostile);
        });
    }

    static Stream<Long> seeds() {
        return new Random(20261121).longs(300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void putsOutOnlyAllowedTagsAndAttributes(long seed) {
        var random = new Random(seed);
        var source = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            source.append(PIECES[random.nextInt(PIECES.length)]);
        }

        var html = Markdown.html(source.toString());

        var tags = TAG.matcher(html);
        while (tags.find()) {
            assertThat(tags.group(2))
                    .as("%s from %s", html, source)
                    .isIn(
                            "p",
                            "br",
                            "hr",
                            "strong",
                            "em",
                            "code",
                            "pre",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "a",
                            "img",
                            "h4",
                            "h5",
                            "h6");
            assertThat(tags.group(3))
                    .as("%s from %s", html, source)
                    .matches(ALLOWED_ATTRIBUTES)
                    .doesNotContain("javascript:");
        }
        assertThat(TAG.matcher(html).replaceAll("")).doesNotContain("<");
    }

    private static final String[] PIECES = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:x'>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "![x](https://evil.test/a.png)",
        "![x](/attachments/7)",
        "<svg/onload=x>",
        "**",
        "*",
        "_",
        "`",
        "```",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "# ",
        "|a|b|\n|-|-|\n",
        "<style>*{}</style>",
        "<form action=/x><input name=y>",
        " class=\"x\" style='y' id=z ",
        "<hx-get=\"/x\">",
        "&lt;script&gt;",
        "\"'><",
        "<!-- ",
        "-->",
        "<![CDATA[",
        "<?php",
        "[",
        "]",
        "(",
        ")",
        "<https://example.org>",
        "<mailto:a@b.cn>",
        "中文",
        "\\",
        "[r]: javascript:x 'y'\n",
        "[r]",
        "&#x3c;b&#x3e;",
        "\u202e",
        "\t",
        "    code\n",
        "<iframe src=//evil.test>",
        "![x](data:x)"
    };

    @Test
    void excerptsTheWordsAlone() {
        assertThat(Markdown.excerpt("# 标题\n\n**主轴** [异响](https://example.org)\n- 一\n- 二 `x = 1`", 200))
                .isEqualTo("标题 主轴 异响 一 二");
        assertThat(Markdown.excerpt("一二三四五六", 4)).isEqualTo("一二三…");
        assertThat(Markdown.excerpt("ab😀cd", 4)).isEqualTo("ab…");
    }
}
