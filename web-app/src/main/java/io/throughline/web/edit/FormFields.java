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
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
        if (value instanceof Set<?> several) {
            return several.stream().map(FormFields::element).sorted().collect(Collectors.joining(","));
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

    /** {@code name:0a1b… roles:ADMIN,SALES}: enough to tell later which fields were changed, by whom ever. */
    String marks(Record form) {
        return names(form).stream().map(name -> name + ":" + mark(form, name)).collect(Collectors.joining(" "));
    }

    /** A fingerprint of what the field shows; of several choices all of them, so that each can be followed. */
    String mark(Record form, String field) {
        var text = text(form, field);
        return isSeveral(form, field) ? text : fingerprint(text);
    }

    /** Whether the field holds a set of choices. */
    boolean isSeveral(Record form, String field) {
        return component(form, field).getType() == Set.class;
    }

    /**
     * The first form with each set of choices as both leave it: who ticked a choice has it, who unticked one is rid of it.
     *
     * @param shown marks of the fields as both saw them
     */
    <T extends Record> T joined(T mine, T stored, Map<String, String> shown) {
        var values = new HashMap<String, Object>();
        for (var field : names(mine)) {
            if (isSeveral(mine, field) && shown.containsKey(field)) {
                values.put(field, joined(several(mine, field), several(stored, field), shown.get(field)));
            }
        }
        return values.isEmpty() ? mine : rebuilt(mine, name -> values.getOrDefault(name, value(mine, name)));
    }

    private static Set<Object> joined(Set<?> mine, Set<?> stored, String shown) {
        var before = Set.copyOf(List.of(shown.split(",")));
        var both = new HashSet<Object>(stored);
        both.removeIf(each -> before.contains(element(each)) && !mine.contains(each));
        mine.stream().filter(each -> !before.contains(element(each))).forEach(both::add);
        return both;
    }

    private static Set<?> several(Record form, String field) {
        return value(form, field) instanceof Set<?> several ? several : Set.of();
    }

    /** As the box of the choice sends it. */
    private static String element(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    static Map<String, String> read(@Nullable String marks) {
        return marks == null
                ? Map.of()
                : Arrays.stream(marks.split(" "))
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
        return rebuilt(stored, name -> value(fieldsOfMine.contains(name) ? mine : stored, name));
    }

    private static <T extends Record> T rebuilt(T form, Function<String, @Nullable Object> content) {
        var components = form.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(RecordComponent::getName)
                .map(content)
                .toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            var constructor = (Constructor<T>) form.getClass().getDeclaredConstructor(types);
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
