package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorCookiesTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/my");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void bindTheAntiForgeryTokenToTlsAndToThisHost() {
        var tokens = new DoorCookies(true).antiForgeryTokens();

        tokens.saveToken(tokens.generateToken(request), request, response);

        var cookie = response.getCookie("__Host-XSRF-TOKEN");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void stayPlainWhereThereIsNoTls() {
        var tokens = new DoorCookies(false).antiForgeryTokens();

        tokens.saveToken(tokens.generateToken(request), request, response);

        var cookie = response.getCookie("XSRF-TOKEN");
        assertThat(cookie.getSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void rememberPagesAndNothingElse() {
        var pages = new DoorCookies(true).pagesToComeBackTo();
        request.addHeader(HttpHeaders.ACCEPT, "text/event-stream");

        pages.saveRequest(request, response);
        assertThat(response.getCookie("REDIRECT_URI")).isNull();

        request.removeHeader(HttpHeaders.ACCEPT);
        request.addHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml");
        pages.saveRequest(request, response);
        assertThat(response.getCookie("REDIRECT_URI").getSecure()).isTrue();
    }
}
