package io.throughline.web.shell;

import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whose product it is, for customers to read, as {@code ${@company}} in templates. */
@Component("company")
@RequiredArgsConstructor
public class Company {

    private final Settings settings;

    /** In the language of the request; null where the company gave itself no name. */
    public @Nullable String name() {
        return name(LocaleContextHolder.getLocale());
    }

    /** One who has a name in one language only has it in both. */
    public @Nullable String name(Locale locale) {
        var chinese = settings.get(Setting.COMPANY_NAME);
        var english = settings.get(Setting.COMPANY_NAME_EN);
        var first = Languages.isChinese(locale) ? chinese : english;
        var name = first.isEmpty() ? (chinese.isEmpty() ? english : chinese) : first;
        return name.isEmpty() ? null : name;
    }
}
