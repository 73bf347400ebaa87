package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTests {

    @ParameterizedTest
    @CsvSource({
        "/my,/my",
        "/tickets?q=a%20b&sort=-due,/tickets?q=a%20b&sort=-due",
        "/tickets?q=轴承,/tickets?q=%E8%BD%B4%E6%89%BF",
        "/projects/HTC/tasks/12,/projects/HTC/tasks/12"
    })
    void leadsOnInsideTheApplication(String address, String expected) {
        assertThat(OwnAddress.inside(address)).isEqualTo(expected);
        assertThat(OwnAddress.insideOf("https://elsewhere.example" + address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "my",
                "//evil.example",
                "///evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/a/..//evil.example",
                "/./\t/evil.example",
                "https://evil.example",
                "https:evil.example",
                "HTTPS://evil.example/my",
                "javascript:alert(1)",
                "data:text/html,x",
                "/x\r\nSet-Cookie: a=b",
                "/{evil}",
                "/ x",
                "@evil.example",
                ".evil.example",
                "?x"
            })
    void leadsHomeInsteadOfElsewhere(String address) {
        assertThat(OwnAddress.inside(address)).isEqualTo("/");
    }

    @Test
    void ignoresTheHostOfASavedPage() {
        assertThat(OwnAddress.insideOf("https://evil.example")).isEqualTo("/");
        assertThat(OwnAddress.insideOf("javascript:alert(1)")).isEqualTo("/");
    }
}
