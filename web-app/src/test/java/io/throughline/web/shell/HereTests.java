package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HereTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/tickets");

    HereTests() {
        request.addParameter("q", "机柜 3&4");
        request.addParameter("after", "abc");
        request.addParameter("lang", "en");
    }

    @Test
    void keepsTheRestOfTheAddressAndStartsTheListAnew() {
        assertThat(Here.of(request).with("view", "mine")).isEqualTo("/tickets?q=%E6%9C%BA%E6%9F%9C%203%264&view=mine");
        assertThat(Here.of(request).without("q")).isEqualTo("/tickets");
    }

    @Test
    void turnsTheOrderRoundOnTheSecondCall() {
        assertThat(Here.of(request).sortedBy("due")).endsWith("&sort=due");

        request.addParameter("sort", "due");

        assertThat(Here.of(request).sortedBy("due")).endsWith("&sort=-due");
        assertThat(Here.of(request).sortOf("due", null)).isEqualTo("ascending");
        assertThat(Here.of(request).sortOf("number", null)).isEqualTo("none");
    }

    @Test
    void takesTheStandardOrderWhereTheAddressNamesNone() {
        assertThat(Here.of(request).sortOf("due", "-due")).isEqualTo("descending");
    }

    @Test
    void changesOneCursorForTheOther() {
        assertThat(Here.of(request).before("xyz")).contains("before=xyz").doesNotContain("after");
    }

    @Test
    void repeatsNoFieldsOfAPostedForm() {
        request.setMethod("POST");

        assertThat(Here.of(request)).hasToString("/tickets");
    }
}
