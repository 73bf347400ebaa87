package io.throughline.web.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238, written down a second time so that the product's own arithmetic does not test itself. */
final class OneTimeCodes {

    private OneTimeCodes() {}

    /** The code of the 30 seconds so many steps from now. */
    static String at(String base32, int steps) {
        try {
            var bits = new StringBuilder();
            base32.chars()
                    .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                    .forEach(v -> bits.append(Integer.toBinaryString(32 | v).substring(1)));
            var key = new byte[bits.length() / 8];
            for (int i = 0; i < key.length; i++) {
                key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
            }
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            long step = Clock.systemUTC().instant().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[19] & 15;
            return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
