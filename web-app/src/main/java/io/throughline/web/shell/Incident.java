package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/** The short id a person quotes and an operator finds in the log: the request's id where one is set. */
final class Incident {

    private static final String ATTRIBUTE = "requestId";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incident() {}

    /** Always the same for one request. */
    static String of(HttpServletRequest request) {
        var known = request.getAttribute(ATTRIBUTE);
        if (known instanceof String id) {
            return id;
        }
        var fromLog = MDC.get(ATTRIBUTE);
        var id = fromLog == null ? random() : fromLog;
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String random() {
        var bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
