package io.throughline.project.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All criteria of one gate as they stand now.
 *
 * @param criteria in the order in which they are shown
 */
public record GateSheet(Phase phase, List<Line> criteria) {

    public GateSheet {
        criteria = List.copyOf(criteria);
    }

    public long met() {
        return criteria.stream().filter(Line::met).count();
    }

    public long waived() {
        return criteria.stream().filter(Line::waived).count();
    }

    public long open() {
        return criteria.stream().filter(line -> !line.met() && !line.waived()).count();
    }

    public boolean canPass() {
        return open() == 0;
    }

    /**
     * One criterion.
     *
     * @param key stable within the phase
     * @param name the wording of a criterion added by hand; null where the key is worded by the product
     * @param met whether it holds
     * @param manual whether a person confirms it
     * @param args numbers and names for the sentence
     * @param mend below the project's address, where it can be put right
     * @param waiver what was asked and decided about passing without; null when nobody asked
     * @param waiverReason why
     */
    public record Line(
            String key,
            @Nullable String name,
            boolean met,
            boolean manual,
            List<Object> args,
            String mend,
            @Nullable WaiverStatus waiver,
            @Nullable String waiverReason) {

        /** Not met, but allowed to stay so. */
        public boolean waived() {
            return !met && waiver == WaiverStatus.GRANTED;
        }
    }
}
