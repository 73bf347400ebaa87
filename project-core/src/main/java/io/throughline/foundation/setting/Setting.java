package io.throughline.foundation.setting;

import io.throughline.foundation.model.RuleViolation;
import java.util.regex.Pattern;

/** The settings there are, with their defaults and what may stand in them. */
public enum Setting {
    COMPANY_NAME("贯通示例公司", ".{1,200}"),
    COMPANY_NAME_EN("Throughline Demo Company", ".{1,200}"),
    COMPANY_ZONE("Asia/Shanghai", "[A-Za-z_]+(/[A-Za-z_+\\-0-9]+)*"),
    COMPANY_CURRENCY("CNY", "[A-Z]{3}"),
    /** Days after which a resolved ticket is closed by itself. */
    TICKET_CLOSE_DAYS("7", "[1-9]\\d{0,2}"),
    /** Days within which a customer's answer reopens a resolved ticket. */
    TICKET_REOPEN_DAYS("7", "[1-9]\\d{0,2}"),
    /** Largest attachment in MiB. */
    ATTACHMENT_LIMIT_MIB("100", "[1-9]\\d{0,4}");

    private final String standard;
    private final Pattern allowed;

    Setting(String standard, String allowed) {
        this.standard = standard;
        this.allowed = Pattern.compile(allowed);
    }

    public String standard() {
        return standard;
    }

    void check(String value) {
        if (!allowed.matcher(value).matches()) {
            throw new RuleViolation("foundation.setting.badValue", value).at(name());
        }
    }
}
