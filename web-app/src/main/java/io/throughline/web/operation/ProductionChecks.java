package io.throughline.web.operation;

import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Refuses to start in production with demo data or a password out of an example; before anything opens a connection. */
@Component
@Profile("prod")
class ProductionChecks implements BeanFactoryPostProcessor {

    private static final Set<String> EXAMPLES =
            Set.of("change-me", "changeme", "password", "postgres", "throughline", "secret", "admin", "123456");

    private static final Set<String> PASSWORDS =
            Set.of("spring.datasource.password", "spring.flyway.password", "spring.mail.password");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(Environment.class);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new UnsafeConfiguration(
                    "The profiles prod and demo are both active.\nprod 与 demo 配置不能同时启用。",
                    "Remove demo from SPRING_PROFILES_ACTIVE.\n请从 SPRING_PROFILES_ACTIVE 中去掉 demo。");
        }
        for (var name : PASSWORDS) {
            var value = environment.getProperty(name, "");
            if (EXAMPLES.contains(value.toLowerCase(Locale.ROOT))) {
                throw new UnsafeConfiguration(
                        "%s is an example's password.\n%s 使用了示例密码。".formatted(name, name),
                        "Set one of your own.\n请设置自己的密码。");
            }
        }
    }
}
