package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads a plan file as untrusted input: the content must fit the name, every format is checked and bounded before its
 * library sees it, reading has a deadline, and whatever goes wrong comes out as a {@link PlanFileException}.
 */
public final class PlanFileReader {
    private final PlanFileLimits limits;
    private final BoundedRun run;

    public PlanFileReader(PlanFileLimits limits) {
        this.limits = limits;
        this.run = new BoundedRun(limits);
    }

    /**
     * @param fileName as the person named it; only its extension counts
     * @param file the content, which is not changed
     * @return what the file says, with the report of what it says and we do not take over
     */
    public PlanFile read(String fileName, Path file) {
        return read(fileName, file, limits.time());
    }

    /** @param patience how long reading may take, in place of the usual limit */
    public PlanFile read(String fileName, Path file, Duration patience) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new PlanFileException("empty");
            }
            if (size > limits.bytes()) {
                throw new PlanFileException("tooLarge", limits.bytes() >> 20);
            }
            var content = FormatCheck.check(fileName, file);
            return run.call(() -> checked(parse(content, file)), patience);
        } catch (IOException e) {
            throw new PlanFileException(e, "broken");
        }
    }

    private PlanFile parse(FormatCheck.Content content, Path file) throws Exception {
        return switch (content) {
            case OLE, XML, XER -> new MpxjFiles(limits).read(content, file);
            case ZIP -> new XlsxFile(limits).read(file);
            case OTHER -> new CsvFile(limits).read(file);
        };
    }

    private PlanFile checked(PlanFile plan) {
        if (plan.tasks().isEmpty() && plan.report().problemCount() == 0) {
            throw new PlanFileException("noTasks");
        }
        if (plan.tasks().size() > limits.tasks()) {
            throw new PlanFileException("tooManyTasks", limits.tasks());
        }
        return new LinkCheck(plan).checked();
    }
}
