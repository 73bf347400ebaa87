package io.throughline.web.database.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds; written as the archive's {@code manifest.json}.
 *
 * @param format of the archive; a release reads its own and all earlier ones
 * @param release of Throughline that wrote it
 * @param postgres version of the server it was read from
 * @param createdAt when its snapshot was taken
 * @param migrations applied to the schema, in the order of application
 * @param partitions of all partitioned tables, since the running system makes new ones as time goes by
 */
record Manifest(
        int format,
        String release,
        String postgres,
        Instant createdAt,
        List<Migration> migrations,
        List<Partition> partitions,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String CHECKSUM_ENTRY = "manifest.sha256";

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /**
     * @param script the migration's file below {@code db/migration}
     * @param checksum as Flyway counts it
     */
    record Migration(String script, int checksum) {}

    /**
     * @param name quoted and with its schema
     * @param parent likewise
     * @param bound as it stands behind {@code partition of … }
     */
    record Partition(String name, String parent, String bound) {}

    /**
     * @param name quoted and with its schema, ready for SQL
     * @param columns quoted, in the order of the data; columns the database computes itself are left out
     * @param rows how many
     * @param sha256 of the data as COPY writes them as text
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** @param called whether {@code lastValue} was handed out already */
    record Sequence(String name, long lastValue, boolean called) {}
}
