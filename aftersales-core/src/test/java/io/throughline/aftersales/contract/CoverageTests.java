package io.throughline.aftersales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.contract.Coverage.Cover;
import io.throughline.aftersales.contract.Coverage.Reason;
import io.throughline.aftersales.installed.Warranty;
import io.throughline.aftersales.installed.WarrantyRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final Warranty RUNNING = warranty(TODAY.minusMonths(3));
    private static final Warranty OVER = warranty(TODAY.minusMonths(13));

    @Test
    void asksAContractThatNamesTheProductBeforeOneOfEverythingBeforeTheWarranty() {
        var named = new Cover("CT-1", false, true, TODAY.minusDays(1), TODAY.plusDays(1));
        var all = new Cover("CT-2", true, false, TODAY.minusDays(1), TODAY.plusDays(9));

        assertThat(Coverage.of(List.of(all, named), RUNNING, TODAY))
                .isEqualTo(new Coverage(Reason.CONTRACT, "CT-1", TODAY.plusDays(1)));
        assertThat(Coverage.of(List.of(all), RUNNING, TODAY).number()).isEqualTo("CT-2");
        assertThat(Coverage.of(List.of(), RUNNING, TODAY))
                .isEqualTo(new Coverage(Reason.WARRANTY, null, RUNNING.end()));
    }

    @Test
    void coversFromTheFirstDayToTheLast() {
        var contract = new Cover("CT-1", true, false, TODAY, TODAY);

        assertThat(Coverage.of(List.of(contract), null, TODAY).isCovered()).isTrue();
        assertThat(Coverage.of(List.of(contract), null, TODAY.minusDays(1)))
                .isEqualTo(new Coverage(Reason.CONTRACT_AHEAD, "CT-1", TODAY));
        assertThat(Coverage.of(List.of(contract), null, TODAY.plusDays(1)))
                .isEqualTo(new Coverage(Reason.CONTRACT_OVER, "CT-1", TODAY));
    }

    @Test
    void saysWhyNothingCovers() {
        var other = new Cover("CT-1", false, false, TODAY.minusDays(1), TODAY.plusDays(1));

        assertThat(Coverage.of(List.of(other), OVER, TODAY))
                .isEqualTo(new Coverage(Reason.WARRANTY_OVER, null, OVER.end()));
        assertThat(Coverage.of(List.of(other), null, TODAY).reason()).isEqualTo(Reason.NO_PRODUCT);
        assertThat(Coverage.of(List.of(), new Warranty(WarrantyRule.GO_LIVE, 12, null, null), TODAY)
                        .reason())
                .isEqualTo(Reason.WARRANTY_OPEN);
        assertThat(Coverage.of(List.of(), new Warranty(null, null, null, null), TODAY)
                        .reason())
                .isEqualTo(Reason.NOTHING);
    }

    private static Warranty warranty(LocalDate start) {
        return new Warranty(WarrantyRule.ACCEPTANCE, 12, start, start.plusMonths(12));
    }
}
