package io.throughline.web.shell;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

    @Bean
    LocaleResolver localeResolver(@Value("${throughline.zone:Asia/Shanghai}") ZoneId zone) {
        return new ViewerLocaleResolver(zone);
    }
}
