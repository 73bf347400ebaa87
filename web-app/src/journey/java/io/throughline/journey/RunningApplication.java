package io.throughline.journey;

import io.throughline.ThroughlineApplication;
import io.throughline.test.TestDatabase;
import java.util.Collection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application with the demo company, on a free port; started once for all journeys of a JVM. */
final class RunningApplication {

    private RunningApplication() {}

    static String address(String path) {
        return Holder.ADDRESS + path;
    }

    static <T> T bean(Class<T> type) {
        return Holder.CONTEXT.getBean(type);
    }

    static <T> Collection<T> beans(Class<T> type) {
        return Holder.CONTEXT.getBeansOfType(type).values();
    }

    static <T> T bean(String name, Class<T> type) {
        return Holder.CONTEXT.getBean(name, type);
    }

    private static final class Holder {

        static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(
                        ThroughlineApplication.class, TestDatabase.class)
                .profiles("demo")
                .run("--server.port=0", "--server.address=127.0.0.1");

        static final String ADDRESS = "http://127.0.0.1:"
                + ((WebServerApplicationContext) CONTEXT).getWebServer().getPort();
    }
}
