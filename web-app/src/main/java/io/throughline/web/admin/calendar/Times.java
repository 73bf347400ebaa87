package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.Pause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points in time, minutes and pauses in bodies: RFC 3339 with offset, minutes with fractions. */
final class Times {

    private static final int MOST_PAUSES = 2_000;
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(5_000_000_000L);
    private static final BigDecimal NANOS = BigDecimal.valueOf(60_000_000_000L);

    private Times() {}

    record PauseBody(@Nullable String from, @Nullable String to) {}

    static Optional<Instant> instant(String pointer, @Nullable String text, BodyErrors errors) {
        return errors.required(pointer, text).flatMap(given -> {
            try {
                return Optional.of(OffsetDateTime.parse(given).toInstant());
            } catch (DateTimeException e) {
                errors.add(pointer, "foundation.calendar.instant", given);
                return Optional.empty();
            }
        });
    }

    static Optional<Duration> duration(String pointer, BigDecimal minutes, BodyErrors errors) {
        if (minutes.abs().compareTo(MOST_MINUTES) > 0) {
            errors.add(pointer, "foundation.calendar.outOfRange", minutes.toString());
            return Optional.empty();
        }
        var parts = minutes.multiply(NANOS)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger()
                .divideAndRemainder(java.math.BigInteger.valueOf(1_000_000_000L));
        return Optional.of(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    /** Minutes, with as many decimals as there are. */
    static BigDecimal minutes(Duration time) {
        var minutes = BigDecimal.valueOf(time.getSeconds())
                .add(BigDecimal.valueOf(time.getNano(), 9))
                .divide(BigDecimal.valueOf(60), 12, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }

    static List<Pause> pauses(@Nullable List<@Nullable PauseBody> bodies, BodyErrors errors) {
        var given = Objects.requireNonNullElse(bodies, List.<@Nullable PauseBody>of());
        var pauses = new ArrayList<Pause>();
        if (given.size() > MOST_PAUSES) {
            errors.add("/pauses", "foundation.calendar.tooManyPauses", MOST_PAUSES);
            return pauses;
        }
        for (int i = 0; i < given.size(); i++) {
            var pointer = "/pauses/" + i;
            var body = given.get(i);
            if (body == null) {
                errors.add(pointer, "foundation.calendar.missing");
                continue;
            }
            var from = instant(pointer + "/from", body.from(), errors);
            var open = body.to() == null;
            var to = open ? Optional.<Instant>empty() : instant(pointer + "/to", body.to(), errors);
            if (from.isPresent() && (open || to.isPresent())) {
                errors.read(pointer, () -> new Pause(from.get(), to.orElse(null)))
                        .ifPresent(pauses::add);
            }
        }
        return pauses;
    }
}
