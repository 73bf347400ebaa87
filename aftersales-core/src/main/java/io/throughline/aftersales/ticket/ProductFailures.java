package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When installed products failed: their diagnosis tickets by month, as far as the viewer may see tickets. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ProductFailures {

    private static final int MONTHS = 24;

    private final TicketRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param months oldest first, this month last, those without failures too
     * @param between mean days from one failure to the next, to one decimal; null with fewer than two
     */
    public record Failures(
            List<Month> months,
            int total,
            int most,
            @Nullable BigDecimal between) {}

    /** @param month in the company's zone */
    public record Month(YearMonth month, int count) {}

    /** Of the last two years; cancelled and merged tickets are no failures. */
    public Failures of(Viewer viewer, Collection<Long> products) {
        var zone = rules.companyZone();
        var last = YearMonth.from(LocalDate.now(clock.withZone(zone)));
        var from = last.minusMonths(MONTHS - 1L).atDay(1).atStartOfDay(zone).toInstant();
        var scope = TicketScope.of(viewer);
        var at = jdbc.sql("""
                        select t.opened_at from aftersales.ticket t
                         where t.installed_product_id = any(:products) and t.kind = 'DIAGNOSIS'
                           and t.status not in ('CANCELLED', 'MERGED') and t.opened_at >= :from and %s
                         order by t.opened_at
                        """.formatted(scope.sql()))
                .param("products", products.toArray(Long[]::new))
                .param("from", Timestamp.from(from))
                .params(scope.params())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
        var months = IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(MONTHS - 1L - back))
                .map(month -> new Month(month, (int) at.stream()
                        .filter(one -> YearMonth.from(one.atZone(zone)).equals(month))
                        .count()))
                .toList();
        int most = months.stream().mapToInt(Month::count).max().orElse(0);
        return new Failures(months, at.size(), most, between(at));
    }

    private static @Nullable BigDecimal between(List<Instant> at) {
        return at.size() < 2
                ? null
                : BigDecimal.valueOf(Duration.between(at.get(0), at.get(at.size() - 1))
                                .toMinutes())
                        .divide(BigDecimal.valueOf(1440L * (at.size() - 1)), 1, RoundingMode.HALF_UP);
    }
}
