package io.throughline.aftersales.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a survey measures (catalogue section 7), and its scale.
 *
 * <p>The score: CSAT is the share of 4 and 5 out of 1–5, CES the share of 5–7 out of 1–7 to "it was easy", NPS the share of
 * 9–10 minus that of 0–6 out of 0–10. Worked example: 9 10 10 9 8 7 7 6 3 10 are 5 promoters and 2 detractors of 10, NPS +30.
 */
public enum SurveyKind {
    CSAT(1, 5, 4, 2),
    NPS(0, 10, 9, 6),
    CES(1, 7, 5, 3);

    private static final int SCALE = 6;

    private final int lowest;
    private final int highest;
    private final int goodFrom;
    private final int badUpTo;

    SurveyKind(int lowest, int highest, int goodFrom, int badUpTo) {
        this.lowest = lowest;
        this.highest = highest;
        this.goodFrom = goodFrom;
        this.badUpTo = badUpTo;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    public int goodFrom() {
        return goodFrom;
    }

    public int badUpTo() {
        return badUpTo;
    }

    public boolean isGood(int rating) {
        return rating >= goodFrom;
    }

    /** Somebody should call. */
    public boolean isBad(int rating) {
        return rating <= badUpTo;
    }

    public boolean covers(int rating) {
        return rating >= lowest && rating <= highest;
    }

    /** Every rating there is, the best first. */
    public int[] scale() {
        return IntStream.rangeClosed(lowest, highest)
                .map(rating -> lowest + highest - rating)
                .toArray();
    }

    /** 0–100, for NPS −100 to 100; null without an answer. */
    public @Nullable BigDecimal score(long good, long bad, long answers) {
        if (answers == 0) {
            return null;
        }
        return BigDecimal.valueOf(this == NPS ? good - bad : good)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(answers), SCALE, RoundingMode.HALF_UP);
    }
}
