package io.throughline.aftersales.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses at which customers reach us, and the one the product writes from. */
@Component
class OurAddresses {

    private final JdbcClient jdbc;
    private final String from;
    private final String support;
    private final String domain;

    OurAddresses(
            JdbcClient jdbc,
            @Value("${throughline.mail.from:throughline@localhost}") String from,
            @Value("${throughline.mail.support-address:}") String support,
            @Value("${throughline.mail.message-id-domain:throughline.invalid}") String domain) {
        this.jdbc = jdbc;
        this.from = from.strip().toLowerCase(Locale.ROOT);
        this.support = support.isBlank() ? this.from : support.strip().toLowerCase(Locale.ROOT);
        this.domain = domain;
    }

    /** Where answers to a ticket's mails go unless a mailbox says otherwise. */
    String support() {
        return support;
    }

    String messageIdDomain() {
        return domain;
    }

    /** Those that are no mailbox's. */
    Set<String> configured() {
        return from.equals(support) ? Set.of(from) : Set.of(from, support);
    }

    Set<String> all() {
        var all = new HashSet<>(configured());
        all.addAll(jdbc.sql("select lower(address) from aftersales.mailbox")
                .query(String.class)
                .list());
        return all;
    }

    /** Whether a mail to the address comes to us, with a reply token or without. */
    boolean include(String address, Set<String> ours) {
        int at = address.lastIndexOf('@');
        int plus = at < 0 ? -1 : address.lastIndexOf('+', at);
        return ours.contains(address) || plus > 0 && ours.contains(address.substring(0, plus) + address.substring(at));
    }
}
