package io.throughline.foundation.setting;

import io.throughline.foundation.model.RuleViolation;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The settings there are, with their defaults and what may stand in them. */
public enum Setting {
    /** What customers read in Chinese in the portal and in mails; empty for the product's own name. */
    COMPANY_NAME("", text()),
    /** The same in English. */
    COMPANY_NAME_EN("", text()),
    /** Where the company's days and years begin: measures, numbers of tickets, new projects. */
    COMPANY_ZONE("Asia/Shanghai", ZoneId.getAvailableZoneIds()::contains),
    /** Days after which a resolved ticket is closed by itself. */
    TICKET_CLOSE_DAYS("7", matching("[1-9]\\d{0,2}")),
    /** Days within which a customer's answer reopens a resolved ticket. */
    TICKET_REOPEN_DAYS("7", matching("[1-9]\\d{0,2}")),
    /** Days in which a contact is asked by one survey at most, over all surveys. */
    SURVEY_QUIET_DAYS("30", matching("[1-9]\\d{0,2}")),
    /** Working days within which a complaint is to be acknowledged, for the company's own measure. */
    COMPLAINT_ACKNOWLEDGE_DAYS("1", matching("[1-9]\\d?")),
    /** Working days within which a complaint is to be closed, for the company's own measure. */
    COMPLAINT_CLOSE_DAYS("20", matching("[1-9]\\d{0,2}")),
    /** Largest attachment in MiB. */
    ATTACHMENT_LIMIT_MIB("100", matching("[1-9]\\d{0,4}"));

    private static final int LONGEST = 80;

    private final String standard;
    private final Predicate<String> allowed;

    Setting(String standard, Predicate<String> allowed) {
        this.standard = standard;
        this.allowed = allowed;
    }

    public String standard() {
        return standard;
    }

    /** Throws {@link RuleViolation} at the field of the setting's name, for example {@code ticketCloseDays}. */
    void check(String value) {
        if (!allowed.test(value)) {
            throw new RuleViolation("foundation.setting.badValue", value).at(field());
        }
    }

    private String field() {
        var words = name().split("_");
        var field = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            field.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return field.toString();
    }

    private static Predicate<String> text() {
        return value -> value.length() <= LONGEST
                && value.equals(value.strip())
                && value.chars().noneMatch(Character::isISOControl);
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
