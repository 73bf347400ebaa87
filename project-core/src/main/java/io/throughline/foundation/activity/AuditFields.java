package io.throughline.foundation.activity;

import io.throughline.foundation.model.Secret;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Which properties of an entity the audit trail speaks of, and how their values read. */
final class AuditFields {

    static final String MASK = "•••";

    private static final Set<String> BOOKKEEPING =
            Set.of("version", "createdAt", "createdBy", "changedAt", "changedBy");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwordHash|.*secret|token|.*tokenHash|.*apiKey)");

    private final List<Field> fields;

    AuditFields(EntityPersister persister) {
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        fields = IntStream.range(0, names.length)
                .filter(i -> !types[i].isCollectionType() && !BOOKKEEPING.contains(names[i]))
                .mapToObj(i -> fields(i, names[i], types[i], persister.getMappedClass()))
                .flatMap(List::stream)
                .toList();
    }

    /** What one field was and is. */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** Of the changed properties those that are neither bookkeeping nor collections. */
    List<Change> changes(int @Nullable [] changed, @Nullable Object @Nullable [] before, @Nullable Object[] after) {
        if (changed == null) {
            return List.of();
        }
        var dirty = Arrays.stream(changed).boxed().collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> dirty.contains(field.property()))
                .filter(field -> field.whole() == null || before == null || field.differs(before, after))
                .map(field -> new Change(field.name(), before == null ? null : field.text(before), field.text(after)))
                .toList();
    }

    /** All fields that have a value, a line each. */
    String describe(@Nullable Object[] state) {
        return fields.stream()
                .filter(field -> field.value(state) != null)
                .map(field -> field.name() + ": " + field.text(state))
                .collect(Collectors.joining("\n"));
    }

    /** An embedded property is not spoken of as a whole but part by part. */
    private static List<Field> fields(int property, String name, Type type, Class<?> owner) {
        if (!(type instanceof ComponentType whole)) {
            return List.of(new Field(property, null, 0, name, isSecret(owner, name)));
        }
        var parts = whole.getPropertyNames();
        return IntStream.range(0, parts.length)
                .mapToObj(part ->
                        new Field(property, whole, part, parts[part], isSecret(whole.getReturnedClass(), parts[part])))
                .toList();
    }

    private static boolean isSecret(Class<?> owner, String name) {
        var field = ReflectionUtils.findField(owner, name);
        return SECRET.matcher(name).matches() || field != null && field.isAnnotationPresent(Secret.class);
    }

    /** @param whole the embedded property this is a part of; null for a property of the entity's own */
    private record Field(int property, @Nullable ComponentType whole, int part, String name, boolean secret) {

        @Nullable
        Object value(@Nullable Object[] state) {
            var value = state[property];
            return whole == null || value == null ? value : whole.getPropertyValue(value, part);
        }

        @Nullable
        String text(@Nullable Object[] state) {
            var value = value(state);
            if (value == null) {
                return null;
            }
            return secret ? MASK : plain(value);
        }

        boolean differs(@Nullable Object[] before, @Nullable Object[] after) {
            return !Objects.deepEquals(value(before), value(after));
        }
    }

    /** The elements now, in a fixed order. */
    static String elements(PersistentCollection<?> collection) {
        return listed(collection.getValue());
    }

    /** The elements as they were loaded. */
    static String snapshot(PersistentCollection<?> collection) {
        return listed(collection.getStoredSnapshot());
    }

    /** Hibernate keeps the snapshot of a set as a map of its elements onto themselves. */
    private static String listed(@Nullable Object elements) {
        if (elements instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() == entry.getValue()
                            ? plain(entry.getKey())
                            : plain(entry.getKey()) + "=" + plain(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
        if (elements instanceof Collection<?> some) {
            var texts = some.stream().map(AuditFields::plain);
            return (some instanceof Set ? texts.sorted() : texts).collect(Collectors.joining(", "));
        }
        return "";
    }

    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof io.throughline.foundation.model.Aggregate other) {
            return "#" + other.getId();
        }
        return value.toString();
    }
}
