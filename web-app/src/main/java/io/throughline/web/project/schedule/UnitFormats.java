package io.throughline.web.project.schedule;

import io.throughline.project.schedule.TaskDuration;
import io.throughline.project.schedule.TypedInUnits;
import io.throughline.project.schedule.TypedValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets forms show and take durations as planners write them, and minutes in days or hours: {@code 2.5} of days is 1 200. */
@Configuration(proxyBeanMethods = false)
class UnitFormats implements WebMvcConfigurer {

    /** No exponents: a thousand million digits are a few bytes to send. */
    static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new Durations());
        registry.addFormatterForFieldAnnotation(new AnnotationFormatterFactory<TypedInUnits>() {

            @Override
            public Set<Class<?>> getFieldTypes() {
                return Set.of(Long.class);
            }

            @Override
            public Printer<?> getPrinter(TypedInUnits annotation, Class<?> type) {
                return new Units(annotation.value());
            }

            @Override
            public Parser<?> getParser(TypedInUnits annotation, Class<?> type) {
                return new Units(annotation.value());
            }
        });
    }

    /** Durations as in the grid; what is none is a broken rule, in the grid's words. */
    private record Durations() implements Formatter<TaskDuration> {

        @Override
        public String print(TaskDuration value, Locale locale) {
            return value.text();
        }

        @Override
        public TaskDuration parse(String text, Locale locale) {
            return TypedValues.duration(text);
        }
    }

    /** @param minutes of one unit */
    private record Units(int minutes) implements Formatter<Long> {

        @Override
        public String print(Long value, Locale locale) {
            return BigDecimal.valueOf(value)
                    .divide(BigDecimal.valueOf(minutes), 3, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        @Override
        public Long parse(String text, Locale locale) throws ParseException {
            var typed = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            if (!AMOUNT.matcher(typed).matches()) {
                throw new ParseException(text, 0);
            }
            return new BigDecimal(typed)
                    .multiply(BigDecimal.valueOf(minutes))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
        }
    }
}
