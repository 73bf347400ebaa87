package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileXmlTests {

    @Test
    void neverOpensWhatAnXmlEntityNames() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
            assertRefused("plan.xml", "<!DOCTYPE Project SYSTEM \"" + url + "\"><Project/>", "xmlDoctype");
            assertRefused(
                    "plan.xml",
                    "<!DOCTYPE Project [<!ENTITY a SYSTEM \"" + url + "\">]><Project><Title>&a;</Title></Project>",
                    "xmlDoctype");
            assertRefused(
                    "plan.xml",
                    "<!DOCTYPE Project [<!ENTITY % a SYSTEM \"" + url + "\"> %a;]><Project/>",
                    "xmlDoctype");
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void refusesEntityBombsInAnyEncoding(String charset) {
        var bomb = new StringBuilder("\uFEFF<!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaa\">");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><Project><Title>&j;</Title></Project>");
        assertRefused("plan.xml", bomb.toString().getBytes(java.nio.charset.Charset.forName(charset)), "xmlDoctype");
    }

    @Test
    void refusesXmlThatIsTooDeepOrTooLarge() {
        assertRefused("plan.xml", "<Project>" + "<a>".repeat(50_000), "xmlTooDeep");
        assertRefused("plan.xml", "<Project>" + "<a/>".repeat(400_000) + "</Project>", "xmlTooLarge");
        assertRefused("plan.xml", "<Project>" + "<Task/>".repeat(2_500) + "</Project>", "tooManyTasks");
    }
}
