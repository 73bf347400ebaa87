package io.throughline.web.operation;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Writes the session's cookie as {@code server.servlet.session.cookie} says; in production Secure and {@code __Host-}. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    @Bean
    CookieSerializer cookieSerializer(ServerProperties server) {
        var configured = server.getServlet().getSession().getCookie();
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(configured.getName() == null ? "THROUGHLINE" : configured.getName());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (Boolean.TRUE.equals(configured.getSecure())) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }
}
