package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import java.time.Duration;

/** An import did not end in the time it was given and was undone; it may be begun again as a job. */
public class ImportTakesLonger extends RuleViolation {

    ImportTakesLonger(Duration patience) {
        super("project.schedule.file.error.tooSlow", patience.toSeconds());
    }

    @Override
    public String field() {
        return "file";
    }
}
