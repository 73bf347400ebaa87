package io.throughline.aftersales.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This installation's mark in Message-IDs, and its signature in reply addresses (service rule 18).
 *
 * <p>A reply token is {@code <ticket id, base 36>-<26 letters and digits>}: 128 bits of HMAC-SHA-256 over the id under a key
 * that only this database knows. It is read without regard to case, for mail servers change that.
 */
@Component
class Instance {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LETTERS = 26;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private volatile @Nullable Known known;

    Instance(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Known(String instance, byte[] secret) {}

    String id() {
        return known().instance;
    }

    /** A new Message-ID of ours, without brackets. */
    String messageId(String domain) {
        return UUID.randomUUID().toString().replace("-", "") + "." + id() + "@" + domain;
    }

    /** Whether the id is one that this installation made. */
    boolean isOurs(String messageId) {
        int at = messageId.lastIndexOf('@');
        return at > 0 && messageId.substring(0, at).toLowerCase(Locale.ROOT).endsWith("." + id());
    }

    /** {@code support@acme.cn} with the ticket's token: {@code support+1a-…@acme.cn}. */
    String replyAddress(String address, long ticket) {
        int at = address.lastIndexOf('@');
        var token = Long.toString(ticket, 36) + "-" + seal(reply(ticket));
        return address.substring(0, at) + "+" + token + address.substring(at);
    }

    /** The ticket whose token the address carries; empty without one, and for a forged one. */
    Optional<Long> ticketOf(String address) {
        int at = address.lastIndexOf('@');
        int plus = at < 0 ? -1 : address.lastIndexOf('+', at);
        int dash = plus < 0 ? -1 : address.lastIndexOf('-', at);
        if (dash <= plus || at - dash - 1 != LETTERS || dash - plus > 14) {
            return Optional.empty();
        }
        try {
            long ticket = Long.parseLong(address.substring(plus + 1, dash), 36);
            return isSealed(reply(ticket), address.substring(dash + 1, at)) ? Optional.of(ticket) : Optional.empty();
        } catch (NumberFormatException noToken) {
            return Optional.empty();
        }
    }

    private static String reply(long ticket) {
        return "reply:" + ticket;
    }

    /** Whether the seal is ours for these words. */
    boolean isSealed(String words, String seal) {
        return MessageDigest.isEqual(
                seal(words).getBytes(StandardCharsets.US_ASCII),
                seal.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** 26 letters and digits that only this installation can make for these words. */
    String seal(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(known().secret, "HmacSHA256"));
            var sum = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
            var bits = new java.math.BigInteger(1, sum).shiftRight(256 - LETTERS * 5);
            var out = new char[LETTERS];
            for (int i = LETTERS - 1; i >= 0; i--) {
                out[i] = ALPHABET.charAt(bits.intValue() & 31);
                bits = bits.shiftRight(5);
            }
            return new String(out);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Known known() {
        var found = known;
        if (found == null) {
            found = Objects.requireNonNull(apart.execute(status -> load()));
            known = found;
        }
        return found;
    }

    /** In a transaction of its own: what is remembered here must be stored. */
    private Known load() {
        return stored().orElseGet(() -> {
            var random = new SecureRandom();
            var secret = new byte[32];
            var mark = new byte[8];
            random.nextBytes(secret);
            random.nextBytes(mark);
            jdbc.sql("insert into aftersales.mail_instance (instance, secret) values (?, ?) on conflict do nothing")
                    .params("tl" + HexFormat.of().formatHex(mark), secret)
                    .update();
            return stored().orElseThrow();
        });
    }

    private Optional<Known> stored() {
        return jdbc.sql("select instance, secret from aftersales.mail_instance")
                .query((row, n) -> new Known(row.getString("instance"), row.getBytes("secret")))
                .optional();
    }
}
