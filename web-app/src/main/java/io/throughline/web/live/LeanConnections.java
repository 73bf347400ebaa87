package io.throughline.web.live;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Connections that cost little while nothing is said on them: each open stream keeps its buffers for minutes, and there
 * are as many streams as people with a page open. What pages and files send goes through in more, smaller pieces.
 */
@Component
class LeanConnections implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private static final String READ_BYTES = "2048";
    private static final String WRITE_BYTES = "4096";

    @Override
    public void customize(TomcatWebServerFactory server) {
        server.setProtocol(LeanProtocol.class.getName());
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", READ_BYTES);
            connector.setProperty("socket.appWriteBufSize", WRITE_BYTES);
        });
    }

    /** HTTP/1.1 whose answers are gathered in a small buffer of bytes, and one of as many characters beside it. */
    public static class LeanProtocol extends Http11NioProtocol {

        private static final int ANSWER_BYTES = 2048;

        @Override
        public int getDesiredBufferSize() {
            return ANSWER_BYTES;
        }
    }
}
