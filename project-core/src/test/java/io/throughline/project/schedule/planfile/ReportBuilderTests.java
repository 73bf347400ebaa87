package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.planfile.ReadReport.RowProblem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportBuilderTests {

    private final ReportBuilder report = new ReportBuilder();

    @Test
    void keepsTheFirstProblemsInTheOrderOfTheFileWhenThoseAtItsEndAreFoundFirst() {
        IntStream.rangeClosed(1, 700).forEach(i -> report.value(701 - i, "工期", "badDuration", "x" + i));

        var read = report.build();

        assertThat(read.problemCount()).isEqualTo(700);
        assertThat(read.problems())
                .extracting(RowProblem::row)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void keepsTheOrderInWhichProblemsOfARowWereFound() {
        report.value(3, "完成时间", "badDate", "later");
        report.value(2, "工期", "badDuration", "one");
        report.value(2, "前置任务", "badLink", "two");

        assertThat(report.build().problems()).extracting(RowProblem::value).containsExactly("one", "two", "later");
    }

    @Test
    void takesOverWhatWasReportedBefore() {
        IntStream.rangeClosed(1, 600).forEach(i -> report.value(i, null, "noName", null));
        var whole = new ReportBuilder();
        whole.include(report.build());
        whole.row(0, null, "noName", null);

        var read = whole.build();

        assertThat(read.problemCount()).isEqualTo(601);
        assertThat(read.problems()).hasSize(500);
        assertThat(read.problems().get(0).row()).isZero();
    }
}
