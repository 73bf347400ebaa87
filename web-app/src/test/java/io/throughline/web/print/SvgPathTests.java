package io.throughline.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.web.print.SvgPath.Kind;
import io.throughline.web.print.SvgPath.Step;
import org.junit.jupiter.api.Test;

class SvgPathTests {

    @Test
    void goesOnFromWhereTheLastCommandEnded() {
        assertThat(SvgPath.steps("M10 8h4.5v14h-4.5z"))
                .containsExactly(
                        new Step(Kind.MOVE, 10, 8),
                        new Step(Kind.LINE, 14.5, 8),
                        new Step(Kind.LINE, 14.5, 22),
                        new Step(Kind.LINE, 10, 22),
                        new Step(Kind.CLOSE, 10, 8));
    }

    @Test
    void readsPairsThatFollowWithoutACommandAndSignsAsBorders() {
        assertThat(SvgPath.steps("M50 -16H83V16m-5-4l5 4-5 4"))
                .containsExactly(
                        new Step(Kind.MOVE, 50, -16),
                        new Step(Kind.LINE, 83, -16),
                        new Step(Kind.LINE, 83, 16),
                        new Step(Kind.MOVE, 78, 12),
                        new Step(Kind.LINE, 83, 16),
                        new Step(Kind.LINE, 78, 20));
    }
}
