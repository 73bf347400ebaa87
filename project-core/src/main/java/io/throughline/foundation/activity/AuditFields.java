package io.throughline.foundation.activity;

import io.throughline.foundation.model.Secret;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.entity.EntityPersister;
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

    private final String[] names;
    private final Type[] types;
    private final boolean[] secret;

    AuditFields(EntityPersister persister) {
        names = persister.getPropertyNames();
        types = persister.getPropertyTypes();
        secret = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            var field = ReflectionUtils.findField(persister.getMappedClass(), names[i]);
            secret[i] = SECRET.matcher(names[i]).matches() || field != null && field.isAnnotationPresent(Secret.class);
        }
    }

    String name(int property) {
        return names[property];
    }

    /** Of the changed properties those that are neither bookkeeping nor collections. */
    int[] among(int @Nullable [] changed) {
        return changed == null
                ? new int[0]
                : Arrays.stream(changed).filter(this::speaks).toArray();
    }

    /** All properties that have a value, a line each. */
    String describe(@Nullable Object[] state) {
        return IntStream.range(0, names.length)
                .filter(this::speaks)
                .filter(property -> state[property] != null)
                .mapToObj(property -> names[property] + ": " + text(property, state[property]))
                .collect(Collectors.joining("\n"));
    }

    @Nullable
    String text(int property, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return secret[property] ? MASK : plain(value);
    }

    private boolean speaks(int property) {
        return !types[property].isCollectionType() && !BOOKKEEPING.contains(names[property]);
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
