package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where a session was opened, so that people recognise their own.
 *
 * @param address network address
 * @param agent what the browser calls itself, cut to 200 characters
 */
public record SessionOrigin(String address, String agent) implements Serializable {

    static final String ATTRIBUTE = SessionOrigin.class.getName();
    private static final int LONGEST = 200;

    static SessionOrigin of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        var text = agent == null ? "" : agent;
        return new SessionOrigin(request.getRemoteAddr(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    void keep(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    /** Browser and system as people call them, for example {@code Firefox · Windows}. */
    public String device() {
        var browser = first(
                "Edg/",
                "Edge",
                "OPR/",
                "Opera",
                "MicroMessenger",
                "WeChat",
                "Firefox/",
                "Firefox",
                "Chrome/",
                "Chrome",
                "Safari/",
                "Safari",
                "curl/",
                "curl");
        var system = first(
                "Android",
                "Android",
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Windows",
                "Windows",
                "Mac OS X",
                "macOS",
                "Linux",
                "Linux");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private String first(String... marksAndNames) {
        for (int i = 0; i < marksAndNames.length; i += 2) {
            if (agent.contains(marksAndNames[i])) {
                return marksAndNames[i + 1];
            }
        }
        return "";
    }
}
