package io.throughline.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import org.springframework.http.MediaType;

/** What a list can be written as; the word is the ending of its address. */
enum TableFormat {
    CSV("csv", new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8)) {
        @Override
        <T> void write(Table<T> table, ZoneId zone, String more, OutputStream out) throws IOException {
            new CsvTable(out, zone).write(table, more);
        }
    },
    XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
        @Override
        <T> void write(Table<T> table, ZoneId zone, String more, OutputStream out) throws IOException {
            new XlsxTable(out, zone).write(table, more);
        }
    };

    private final String ending;
    private final MediaType type;

    TableFormat(String ending, MediaType type) {
        this.ending = ending;
        this.type = type;
    }

    String ending() {
        return ending;
    }

    MediaType type() {
        return type;
    }

    /**
     * @param zone in which instants are written
     * @param more last line of a file that was cut
     */
    abstract <T> void write(Table<T> table, ZoneId zone, String more, OutputStream out) throws IOException;

    static TableFormat ofAddress(String path) {
        return path.endsWith("." + XLSX.ending) ? XLSX : CSV;
    }
}
