package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text table: finds out its character set and its separator. */
final class CsvFile {
    private static final char[] SEPARATORS = {',', ';', '\t', '，', '；'};

    private final PlanFileLimits limits;

    CsvFile(PlanFileLimits limits) {
        this.limits = limits;
    }

    PlanFile read(Path file) throws IOException {
        var text = decode(Files.readAllBytes(file));
        var table = PlanSheet.of(new CsvRows(text, separator(text), limits).rows());
        if (table == null) {
            throw new PlanFileException("noHeading");
        }
        return table.read(PlanFormat.CSV, limits, null);
    }

    /** UTF-8 and UTF-16 with a mark, UTF-16 by its zero bytes, UTF-8 if it fits, else GB18030. */
    static String decode(byte[] bytes) {
        var text = decodeAny(bytes);
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFE') {
                odd++;
            }
        }
        if (odd > 0) {
            throw new PlanFileException("notText");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decodeAny(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return strict(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return strict(bytes, StandardCharsets.UTF_16BE);
        }
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 4096);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] + zeros[1] > 0) {
            return strict(bytes, zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        try {
            return decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return strict(bytes, Charset.forName("GB18030"));
        }
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return decode(bytes, charset);
        } catch (CharacterCodingException e) {
            throw new PlanFileException(e, "notText");
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** The one that gives the most known headings in the first lines. */
    private static char separator(String text) {
        char best = ',';
        int most = 0;
        var lines = text.lines().limit(20).toList();
        for (char separator : SEPARATORS) {
            int known = lines.stream()
                    .mapToInt(line -> known(line, separator))
                    .max()
                    .orElse(0);
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        return best;
    }

    private static int known(String line, char separator) {
        return (int) List.of(line.split(String.valueOf(separator), 300)).stream()
                .map(cell -> Column.of(cell.replace("\"", "")))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
    }
}
