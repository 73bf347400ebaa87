package io.throughline.web.operation;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where the system is to be found, once it really is. */
@Slf4j
@Component
class ReadyMessage {

    private final ServerProperties server;

    ReadyMessage(ServerProperties server) {
        this.server = server;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws SocketException {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var lines = new StringBuilder("Throughline is ready · 贯通已就绪\n");
            addresses(context.getWebServer().getPort())
                    .forEach(address -> lines.append("\n    ").append(address));
            log.info("{}\n", lines);
        }
    }

    private List<String> addresses(int port) throws SocketException {
        var scheme = server.getSsl() != null && server.getSsl().isEnabled() ? "https" : "http";
        var path = server.getServlet().getContextPath() == null
                ? "/"
                : server.getServlet().getContextPath() + "/";
        if (server.getAddress() != null) {
            return List.of(address(scheme, server.getAddress().getHostAddress(), port, path));
        }
        var all = new ArrayList<String>();
        all.add(address(scheme, "localhost", port, path));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(InetAddress::isSiteLocalAddress)
                .map(found -> address(scheme, found.getHostAddress(), port, path))
                .limit(3)
                .forEach(all::add);
        return all;
    }

    private static String address(String scheme, String host, int port, String path) {
        return "%s://%s:%d%s".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port, path);
    }
}
