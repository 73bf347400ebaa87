package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.ParsedMail;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out who a sender is: a colleague, a contact, somebody of a customer's own domain, or nobody we know. */
@Component
@RequiredArgsConstructor
class Senders {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 254;

    private final JdbcClient jdbc;

    Sender of(ParsedMail mail) {
        var from = mail.from();
        var locale = language(mail);
        var address = mail.sender().filter(found -> found.length() <= LONGEST_ADDRESS);
        if (from == null || address.isEmpty()) {
            var name = from == null ? "?" : cut(from.shown());
            return new Sender(null, name, null, null, locale, false);
        }
        return colleague(address.get(), locale)
                .or(() -> contact(address.get()))
                .orElseGet(() -> new Sender(
                        address.get(), cut(from.shown()), null, customerOf(from).orElse(null), locale, false));
    }

    /** Whether people of the domain belong together because it is a customer's own. */
    static String ownDomain(String address) {
        var domain = new MailAddress("", address).domain();
        return PublicProviders.include(domain) ? "" : domain;
    }

    private Optional<Sender> colleague(String address, Locale locale) {
        return jdbc.sql("""
                        select name from foundation.app_user
                         where lower(email) = ? and contact_id is null and active limit 1
                        """)
                .param(address)
                .query((row, n) -> new Sender(address, row.getString("name"), null, null, locale, true))
                .optional();
    }

    private Optional<Sender> contact(String address) {
        return jdbc.sql(
                        "select id, name, customer_id, locale from foundation.contact where lower(email) = ? and active")
                .param(address)
                .query((row, n) -> new Sender(
                        address,
                        row.getString("name"),
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        Locale.forLanguageTag(row.getString("locale")),
                        false))
                .optional();
    }

    private Optional<Long> customerOf(MailAddress from) {
        var domain = ownDomain(from.address());
        return domain.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                                select d.customer_id from foundation.customer_domain d
                                  join foundation.customer c on c.id = d.customer_id and not c.archived
                                 where d.domain = ?
                                """).param(domain).query(Long.class).optional();
    }

    /** Who writes Chinese is answered in Chinese. */
    static Locale language(ParsedMail mail) {
        var words = mail.subject()
                + mail.text().substring(0, Math.min(500, mail.text().length()));
        return words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
