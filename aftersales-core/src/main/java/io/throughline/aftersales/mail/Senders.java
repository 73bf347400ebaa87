package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.ParsedMail;
import java.util.Locale;
import java.util.Objects;
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
        return known(address.get(), locale)
                .orElseGet(() -> new Sender(address.get(), cut(from.shown()), null, null, locale, false))
                .called(cut(from.shown()));
    }

    /** Whether people of the domain belong together because it is a customer's own. */
    static String ownDomain(String address) {
        var domain = new MailAddress("", address).domain();
        return PublicProviders.include(domain) ? "" : domain;
    }

    /** A colleague before a contact, a contact before somebody of a customer's domain. */
    private Optional<Sender> known(String address, Locale locale) {
        return jdbc.sql("""
                        (select 0 as place, name, null::bigint as contact, null::bigint as customer, null as locale
                           from foundation.app_user
                          where lower(email) = :address and contact_id is null and active limit 1)
                        union all
                        (select 1, name, id, customer_id, locale
                           from foundation.contact where lower(email) = :address and active)
                        union all
                        (select 2, null, null, d.customer_id, null
                           from foundation.customer_domain d
                           join foundation.customer c on c.id = d.customer_id and not c.archived
                          where d.domain = :domain)
                        order by place limit 1
                        """)
                .param("address", address)
                .param("domain", ownDomain(address))
                .query((row, n) -> new Sender(
                        address,
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        row.getObject("contact", Long.class),
                        row.getObject("customer", Long.class),
                        row.getString("locale") == null ? locale : Locale.forLanguageTag(row.getString("locale")),
                        row.getInt("place") == 0))
                .optional();
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
