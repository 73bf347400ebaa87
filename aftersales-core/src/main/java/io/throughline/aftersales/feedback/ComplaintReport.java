package io.throughline.aftersales.feedback;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How complaints develop: by month of their receipt, by cause, project and customer. Each number counts what the list with the
 * same filter shows.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ComplaintReport {

    /** The longest stretch that is shown, in months. */
    public static final int MOST_MONTHS = 36;

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    /** The running month of the company. */
    public YearMonth thisMonth(Viewer viewer) {
        return YearMonth.now(clock.withZone(zone()));
    }

    /** Complaints received in these months; at most {@link #MOST_MONTHS} up to the last. */
    public Trend trend(Viewer viewer, YearMonth from, YearMonth until) {
        var first = from.isAfter(until) ? until : from;
        var earliest = until.minusMonths(MOST_MONTHS - 1L);
        var begin = first.isBefore(earliest) ? earliest : first;
        var filter = ComplaintFilter.of(begin, until);
        return new Trend(
                begin,
                until,
                months(viewer, filter, begin, until),
                lines(viewer, filter, "coalesce(k.cause, '-')", "max(q.name_zh)", "max(q.name_en)"),
                lines(viewer, filter, "coalesce(p.key, '-')", "max(p.name)", "max(p.name)"),
                lines(viewer, filter, "coalesce(c.number, '-')", "max(c.short_name)", "max(c.short_name)"));
    }

    private List<Line> months(Viewer viewer, ComplaintFilter filter, YearMonth from, YearMonth until) {
        var month = "to_char(k.received_at at time zone '%s', 'YYYY-MM')".formatted(zone().getId());
        Map<String, Line> found = grouped(viewer, filter, month, "null", "null", "1", 1000).stream()
                .collect(Collectors.toMap(Line::code, Function.identity()));
        var all = new ArrayList<Line>();
        for (var at = from; !at.isAfter(until); at = at.plusMonths(1)) {
            all.add(found.getOrDefault(at.toString(), Line.none(at.toString())));
        }
        return all;
    }

    private List<Line> lines(Viewer viewer, ComplaintFilter filter, String code, String zh, String en) {
        return grouped(viewer, filter, code, zh, en, "received desc, code", MOST);
    }

    private List<Line> grouped(
            Viewer viewer, ComplaintFilter filter, String code, String zh, String en, String order, int most) {
        var sql = new ComplaintSql(viewer, filter, zone(), clock.instant());
        return jdbc.sql("""
                        select %1$s as code, %2$s as name_zh, %3$s as name_en, count(*) as received,
                               count(*) filter (where k.founded = false) as unfounded,
                               count(%4$s) as decided, count(*) filter (where %4$s) as in_time,
                               count(k.closed_at) as closed,
                               count(*) filter (where k.closed_at is not null and k.accepted_at is not null) as consented,
                               round(avg(k.handled_minutes) / 60, 6) as hours
                        %5$s
                         where %6$s
                         group by 1
                         order by %7$s
                         limit %8$d
                        """.formatted(code, zh, en, ComplaintSql.IN_TIME, ComplaintSql.FROM, sql.where(), order, most))
                .params(sql.params())
                .query(Line.class)
                .list();
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    /** What was received from the first to the last month. */
    public record Trend(
            YearMonth from,
            YearMonth until,
            List<Line> months,
            List<Line> causes,
            List<Line> projects,
            List<Line> customers) {

        public long received() {
            return months.stream().mapToLong(Line::received).sum();
        }
    }

    /**
     * The complaints of one month, cause, project or customer.
     *
     * @param code what the list is filtered by; {@link ComplaintFilter#NONE} for those without
     * @param decided of how many it is known whether they were acknowledged in time
     * @param closed whether with consent or without
     * @param consented closed with the complainant's consent
     * @param hours mean working time from the receipt to the closure; null where none is closed
     */
    public record Line(
            String code,
            @Nullable String nameZh,
            @Nullable String nameEn,
            long received,
            long unfounded,
            long decided,
            long inTime,
            long closed,
            long consented,
            @Nullable BigDecimal hours) {

        static Line none(String code) {
            return new Line(code, null, null, 0, 0, 0, 0, 0, 0, null);
        }

        /** In per cent; null where nothing is decided. */
        public @Nullable BigDecimal share() {
            return decided == 0
                    ? null
                    : BigDecimal.valueOf(inTime)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(decided), 6, RoundingMode.HALF_UP);
        }
    }
}
