package io.throughline.web.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds every pair of bundles below {@code messages/}: {@code x.properties} is Chinese, {@code x_en.properties} English.
 * A feature adds its pair and is done.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final String ROOT = "messages/";
    private static final String SUFFIX = ".properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String[] basenames() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*" + SUFFIX);
        return Arrays.stream(found)
                .map(MessagesConfiguration::pathBelowRoot)
                .filter(path -> !path.endsWith("_en"))
                .distinct()
                .sorted()
                .map(path -> "classpath:" + ROOT + path)
                .toArray(String[]::new);
    }

    private static String pathBelowRoot(Resource resource) {
        try {
            var address = resource.getURL().toString();
            var from = address.lastIndexOf("/" + ROOT) + ROOT.length() + 1;
            return address.substring(from, address.length() - SUFFIX.length());
        } catch (IOException e) {
            throw new IllegalStateException("message bundle without an address: " + resource, e);
        }
    }
}
