package io.throughline.project.scope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of what a contact signed, so that it can be shown later that nothing was changed. */
final class SignedContent {

    private SignedContent() {}

    /** SHA-256 in hexadecimal digits over key, number, round, name, description and criteria, one per line. */
    static String hash(String key, Deliverable deliverable) {
        var content = String.join(
                "\n",
                key,
                String.valueOf(deliverable.getNumber()),
                String.valueOf(deliverable.getRound()),
                deliverable.getName(),
                deliverable.getDescription() == null ? "" : deliverable.getDescription(),
                deliverable.getCriteria() == null ? "" : deliverable.getCriteria());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
