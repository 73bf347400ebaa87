package io.throughline.web.edit;

import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** Reads the fields of a form as a browser shows them, so that what nobody touched is known as such. */
@Component
class FormFields {

    static final String VERSION = "version";

    private static final int FINGERPRINT = 6;

    private final ConversionService conversion;
    private final Words words;
    private final Formats formats;

    FormFields(@Qualifier("mvcConversionService") ConversionService conversion, Words words, Formats formats) {
        this.conversion = conversion;
        this.words = words;
        this.formats = formats;
    }

    ConversionService conversion() {
        return conversion;
    }

    /** The names of all fields but the version. */
    List<String> names(Record form) {
        return Arrays.stream(form.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals(VERSION))
                .toList();
    }

    @Nullable
    Integer version(Record form) {
        return (Integer) value(form, VERSION);
    }

    /** As the field shows it; equal for what reads alike. */
    String text(Record form, String field) {
        var value = value(form, field);
        if (value == null) {
            return isYesOrNo(form, field) ? "false" : "";
        }
        if (value instanceof BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        }
        var type = new TypeDescriptor(Objects.requireNonNull(ReflectionUtils.findField(form.getClass(), field), field));
        var text = String.valueOf(conversion.convert(value, type, TypeDescriptor.valueOf(String.class)));
        return text.replace("\r\n", "\n").strip();
    }

    /** As people read it. */
    String readable(Record form, String field) {
        var value = value(form, field);
        if (value instanceof Enum<?> constant) {
            return words.of(constant);
        }
        if (value instanceof LocalDateTime || value instanceof LocalDate) {
            return formats.dateTime(value);
        }
        if (isYesOrNo(form, field)) {
            return words.text(Boolean.TRUE.equals(value) ? "web.edit.yes" : "web.edit.no");
        }
        var text = text(form, field);
        return text.isEmpty() ? words.text("web.edit.empty") : text;
    }

    /** {@code name:0a1b… goal:…}: enough to tell later which fields were changed, by whom ever. */
    String fingerprints(Record form) {
        return names(form).stream()
                .map(name -> name + ":" + fingerprint(text(form, name)))
                .collect(Collectors.joining(" "));
    }

    static Map<String, String> read(@Nullable String fingerprints) {
        return fingerprints == null
                ? Map.of()
                : Arrays.stream(fingerprints.split(" "))
                        .map(pair -> pair.split(":", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, again) -> again));
    }

    static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second form with the named fields of the first. */
    <T extends Record> T mixed(T mine, T stored, Set<String> fieldsOfMine) {
        var components = stored.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(RecordComponent::getName)
                .map(name -> value(fieldsOfMine.contains(name) ? mine : stored, name))
                .toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            var constructor = (Constructor<T>) stored.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isYesOrNo(Record form, String field) {
        var type = component(form, field).getType();
        return type == Boolean.class || type == boolean.class;
    }

    private static @Nullable Object value(Record form, String field) {
        try {
            var accessor = component(form, field).getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordComponent component(Record form, String field) {
        return Arrays.stream(form.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(form.getClass() + " has no " + field));
    }
}
