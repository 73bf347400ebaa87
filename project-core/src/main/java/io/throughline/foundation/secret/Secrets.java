package io.throughline.foundation.secret;

import io.throughline.foundation.people.Allow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what must be stored and read again, with AES-256-GCM; each sealed text is bound to its purpose, so that it cannot be
 * moved to another place.
 *
 * <p>The database knows the fingerprint of the key, not the key. The first node that seals makes the key where none is set;
 * a node with no key or another one seals nothing and reads nothing, and says so.
 */
@Service
@Transactional
@Allow(anyone = true)
public class Secrets {

    private static final String MARK = "{aes}";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile file;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean renew;
    private final SecureRandom random = new SecureRandom();

    Secrets(KeyFile file, JdbcClient jdbc, Clock clock, @Value("${throughline.secret-key-renew:false}") boolean renew) {
        this.file = file;
        this.jdbc = jdbc;
        this.clock = clock;
        this.renew = renew;
    }

    public static boolean isSealed(String stored) {
        return stored.startsWith(MARK);
    }

    /** Throws {@link SecretLocked} where others were sealed by a key that this node does not have. */
    public String seal(String plain, String purpose) {
        var key = keyToSealWith();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var coded = run(Cipher.ENCRYPT_MODE, key, nonce, purpose, plain.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE + coded.length);
        System.arraycopy(coded, 0, whole, NONCE, coded.length);
        return MARK + Base64.getEncoder().encodeToString(whole);
    }

    /** What was sealed; a text that never was comes back as it is. Throws {@link SecretLocked}. */
    @Transactional(readOnly = true)
    public String open(String stored, String purpose) {
        if (!isSealed(stored)) {
            return stored;
        }
        var key = file.read().orElseThrow(() -> new SecretLocked(KeyState.MISSING));
        var whole = Base64.getDecoder().decode(stored.substring(MARK.length()));
        return new String(
                run(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOf(whole, NONCE),
                        purpose,
                        Arrays.copyOfRange(whole, NONCE, whole.length)),
                StandardCharsets.UTF_8);
    }

    @Transactional(readOnly = true)
    public KeyState state() {
        return registered().map(this::state).orElse(KeyState.UNUSED);
    }

    private KeyState state(String fingerprint) {
        return file.read()
                .map(key -> fingerprint(key).equals(fingerprint) ? KeyState.READY : KeyState.WRONG)
                .orElse(KeyState.MISSING);
    }

    private byte[] keyToSealWith() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('foundation.secret_key', 0))")
                .query((row, n) -> true)
                .single();
        var known = registered();
        if (known.isEmpty() || renew) {
            var key = file.read().orElseGet(file::make);
            register(key);
            return key;
        }
        var state = state(known.get());
        if (state != KeyState.READY) {
            throw new SecretLocked(state);
        }
        return file.read().orElseThrow();
    }

    private void register(byte[] key) {
        jdbc.sql("""
                        insert into foundation.secret_key (fingerprint, at) values (:fingerprint, :now)
                        on conflict (one) do update set fingerprint = excluded.fingerprint, at = excluded.at
                        """)
                .param("fingerprint", fingerprint(key))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<String> registered() {
        return jdbc.sql("select fingerprint from foundation.secret_key")
                .query(String.class)
                .optional();
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String purpose, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (AEADBadTagException otherKey) {
            throw new SecretLocked(KeyState.WRONG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var sum = mac.doFinal("throughline secret key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
