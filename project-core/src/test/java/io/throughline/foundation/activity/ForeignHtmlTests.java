package io.throughline.foundation.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHtmlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<iframe src='//evil.cn'></iframe>",
                "<form action='//evil.cn'><input name=a></form>",
                "<svg onload=alert(1)>",
                "<style>@import '//evil.cn'</style>",
                "<div style=\"background:url(http://evil.cn/x)\">x</div>",
                "<object data=x>",
                "<base href='//evil.cn'>",
                "<meta http-equiv=refresh content='0;url=//evil.cn'>",
                "<p id=a class=b name=c hx-get='/x' data-x=1>x</p>",
                "<link rel=stylesheet href='//evil.cn'>"
            })
    void letsNothingThroughThatActsOrCallsHome(String html) {
        assertThat(ForeignHtml.safe(html, src -> null))
                .doesNotContainIgnoringCase("script")
                .doesNotContain(
                        "evil.cn", "onerror", "onload", "<form", "<input", "<iframe", "id=", "class=", "hx-", "data-");
    }

    @Test
    void keepsWordsTablesAndStyles() {
        assertThat(ForeignHtml.safe("<table><tr><td style=\"color:red\">主轴</td></tr></table>", src -> null))
                .contains("<td style=\"color:red\">主轴</td>");
    }

    @Test
    void showsThePicturesThatAreLetThrough() {
        var html = "<img src=\"cid:one\" alt=\"shot\"><img src=\"https://evil.cn/pixel.gif\">";

        assertThat(ForeignHtml.safe(html, src -> src.equals("cid:one") ? "/attachments/7/picture" : null))
                .contains("/attachments/7/picture")
                .doesNotContain("evil.cn");
        assertThat(ForeignHtml.safe(html, src -> src)).contains("https://evil.cn/pixel.gif");
    }
}
