package io.throughline.foundation.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one cleaner of file names people, mails and archives bring along.
 *
 * <p>A cleaned name is a single name and no path, is the same on Windows, macOS and Linux, contains nothing invisible that
 * would make it look like another name, and is at most 200 bytes long in UTF-8 with its extension kept. It only ever
 * serves as a label: content is stored under a generated key.
 */
public final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 16;
    private static final String NAMELESS = "file";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cn}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private FileNames() {}

    /** Never empty; the same again when cleaned again. */
    public static String clean(@Nullable String raw) {
        var name = Normalizer.normalize(raw == null ? "" : raw, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = BLANKS.matcher(name).replaceAll(" ");
        name = EDGES.matcher(name).replaceAll("");
        if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            name = "_" + name;
        }
        name = shortened(name);
        return name.isEmpty() ? NAMELESS : name;
    }

    /** The extension in lower case without its dot; empty when there is none. */
    public static String extension(String cleanName) {
        int dot = cleanName.lastIndexOf('.');
        return dot <= 0 ? "" : cleanName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        var stem = new StringBuilder(name.substring(0, name.length() - extension.length()));
        while (bytes(stem.toString()) > LONGEST - bytes(extension)) {
            stem.setLength(stem.offsetByCodePoints(stem.length(), -1));
        }
        return EDGES.matcher(stem).replaceAll("") + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
