package io.throughline.web.shell;

import io.throughline.foundation.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How dates, numbers and names are written, as {@code #formats} in templates, in the language and zone of the request.
 *
 * <p>Every method answers an empty text for null. Points in time may be {@link Instant}, {@link OffsetDateTime},
 * {@link ZonedDateTime} (shown in the viewer's zone) or {@link LocalDateTime}, {@link LocalDate} (shown as they are).
 */
@Component("formats")
@RequiredArgsConstructor
public class Formats {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    private final MessageSource messages;
    private final Clock clock;

    /** {@code 2026-11-21} */
    public String date(@Nullable Object at) {
        return at == null ? "" : DATE.format(local(at));
    }

    /** {@code 2026-11-21 14:05}; a date alone stays a date. */
    public String dateTime(@Nullable Object at) {
        return at == null || at instanceof LocalDate ? date(at) : DATE_TIME.format(local(at));
    }

    /** A value of the audit trail: an instant as elsewhere, all else as it was written. */
    public String written(@Nullable String value) {
        return value != null && INSTANT.matcher(value).matches()
                ? dateTime(Instant.parse(value))
                : Objects.requireNonNullElse(value, "");
    }

    /** {@code 14:05} */
    public String time(@Nullable Object at) {
        return at == null ? "" : TIME.format(local(at));
    }

    /** {@code 2026年11月21日 星期六}, {@code Saturday 21 November 2026} */
    public String dateLong(@Nullable Object at) {
        return at == null ? "" : localised("shell.format.dateLong").format(local(at));
    }

    /** {@code 2026年11月}, {@code November 2026} */
    public String month(@Nullable Object at) {
        return at == null ? "" : localised("shell.format.month").format(local(at));
    }

    /** For the {@code datetime} attribute: with offset for points in time, {@code yyyy-MM-dd} for dates. */
    public String iso(@Nullable Object at) {
        if (at == null) {
            return "";
        }
        if (at instanceof LocalDate || at instanceof LocalDateTime) {
            return at.toString();
        }
        return local(at).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Just now, minutes, hours, yesterday with the time; older and future ones in full. */
    public String relative(@Nullable Object at) {
        if (at == null) {
            return "";
        }
        var then = local(at);
        var now = ZonedDateTime.now(clock.withZone(zone()));
        if (at instanceof LocalDate || then.isAfter(now)) {
            return dateTime(at);
        }
        long minutes = ChronoUnit.MINUTES.between(then, now);
        if (minutes < 1) {
            return text("shell.format.justNow");
        }
        if (minutes < 60) {
            return text("shell.format.minutesAgo", minutes);
        }
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return text("shell.format.hoursAgo", ChronoUnit.HOURS.between(then, now));
        }
        if (then.toLocalDate().equals(now.toLocalDate().minusDays(1))) {
            return text("shell.format.yesterday", TIME.format(then));
        }
        return dateTime(at);
    }

    /** Today, tomorrow, in n days, n days over: how a due date feels. */
    public String due(@Nullable Object at) {
        if (at == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today(), local(at).toLocalDate());
        if (days == 0) {
            return text("shell.format.dueToday");
        }
        if (days == 1) {
            return text("shell.format.dueTomorrow");
        }
        return days > 0 ? text("shell.format.dueIn", days) : text("shell.format.overBy", -days);
    }

    public boolean isOver(@Nullable Object at) {
        if (at == null) {
            return false;
        }
        return at instanceof LocalDate date
                ? date.isBefore(today())
                : local(at).toInstant().isBefore(clock.instant());
    }

    /** {@code 1,234} or {@code 1,234.5} */
    public String number(@Nullable Number value) {
        return value == null ? "" : NumberFormat.getNumberInstance(locale()).format(value);
    }

    public String number(@Nullable Number value, int decimals) {
        return value == null ? "" : fixed(decimals).format(decimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** Up to 1 000 exactly, then {@code 1,000+}: counting stops there. */
    public String count(@Nullable Number value) {
        return value == null ? "" : value.longValue() > 1000 ? number(1000) + "+" : number(value);
    }

    /** {@code ¥1,234.00}; large sums in tens of thousands belong to tiles, see {@link #moneyShort}. */
    public String money(@Nullable Money value) {
        return value == null ? "" : symbol(value) + number(value.amount(), 2);
    }

    /** {@code ¥123.5万}, {@code ¥1.2M}; the full amount belongs into the title. */
    public String moneyShort(@Nullable Money value) {
        if (value == null) {
            return "";
        }
        var format = NumberFormat.getCompactNumberInstance(locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return symbol(value) + format.format(value.amount().doubleValue());
    }

    /** A share between 0 and 1 as {@code 83.3%}; 0 and 1 without decimals. */
    public String percent(@Nullable Number share) {
        if (share == null) {
            return "";
        }
        var percent = decimal(share)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return NumberFormat.getNumberInstance(locale()).format(percent) + "%";
    }

    /** {@code 812 B}, {@code 1.4 MB} */
    public String size(@Nullable Number bytes) {
        if (bytes == null) {
            return "";
        }
        double left = bytes.doubleValue();
        var units = new String[] {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        while (left >= 1000 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        return number(left, unit == 0 || left >= 100 ? 0 : 1) + " " + units[unit];
    }

    /** {@code 2 天 3 小时}, {@code 1 小时 5 分}: the two largest parts, without sign. */
    public String duration(@Nullable Duration value) {
        if (value == null) {
            return "";
        }
        var length = value.abs();
        if (length.toDays() > 0) {
            return parts("shell.format.days", length.toDays(), "shell.format.hours", length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return parts("shell.format.hours", length.toHours(), "shell.format.minutes", length.toMinutesPart());
        }
        return text("shell.format.minutes", length.toMinutes());
    }

    private String parts(String first, long a, String second, long b) {
        return b == 0 ? text(first, a) : text(first, a) + " " + text(second, b);
    }

    private ZonedDateTime local(Object at) {
        if (at instanceof Instant instant) {
            return instant.atZone(zone());
        }
        if (at instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(zone());
        }
        if (at instanceof ZonedDateTime time) {
            return time.withZoneSameInstant(zone());
        }
        if (at instanceof LocalDateTime time) {
            return time.atZone(zone());
        }
        if (at instanceof LocalDate date) {
            return date.atStartOfDay(zone());
        }
        throw new IllegalArgumentException("not a point in time: " + at.getClass());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    private DateTimeFormatter localised(String patternKey) {
        return DateTimeFormatter.ofPattern(text(patternKey), locale());
    }

    private NumberFormat fixed(int decimals) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    private static BigDecimal decimal(Number value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    private static String symbol(Money value) {
        return value.currency().getSymbol(Locale.CHINA);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
