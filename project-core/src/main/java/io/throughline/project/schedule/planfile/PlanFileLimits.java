package io.throughline.project.schedule.planfile;

import java.time.Duration;

/**
 * How much a plan file may ask of us.
 *
 * @param bytes size as uploaded
 * @param unpackedBytes size of a zipped file once unpacked, and of an XML file's text
 * @param zipEntries parts in a zipped file
 * @param zipRatio unpacked to packed, looked at above 5 MB
 * @param xmlDepth nesting of XML elements
 * @param xmlElements number of XML elements
 * @param tasks tasks, or rows of a sheet
 * @param columns columns of a sheet
 * @param time how long reading may take
 * @param atOnce how many files are read at the same time; a runaway keeps its place until it has really ended
 */
public record PlanFileLimits(
        long bytes,
        long unpackedBytes,
        int zipEntries,
        int zipRatio,
        int xmlDepth,
        int xmlElements,
        int tasks,
        int columns,
        Duration time,
        int atOnce) {

    public static final PlanFileLimits DEFAULT = new PlanFileLimits(
            50L << 20, 200L << 20, 2_000, 100, 40, 8_000_000, 100_000, 256, Duration.ofSeconds(60), 2);
}
