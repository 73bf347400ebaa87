package io.throughline.foundation.setting;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Company-wide settings by name, with the product's defaults; a change is seen by every node within five seconds. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class Settings {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private volatile Cached cache = new Cached(Instant.EPOCH, Map.of());

    /**
     * All settings as they are stored.
     *
     * @param version changes with every value
     */
    public record Stored(Map<Setting, String> values, int version) {}

    @Transactional(readOnly = true)
    public Stored stored(Viewer viewer) {
        return stored();
    }

    /**
     * Puts several at once, all or none. Throws {@link RuleViolation} at the field of the setting that may not have its
     * value, {@link StaleVersion} when somebody changed any of them since.
     *
     * @param seen the version that was read; null does not ask
     */
    public void change(Viewer viewer, Map<Setting, String> values, @Nullable Integer seen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('foundation.setting'))")
                .query()
                .singleRow();
        int now = stored().version();
        if (seen != null && seen != now) {
            throw new StaleVersion(seen, now);
        }
        values.forEach((setting, value) -> put(viewer, setting, value));
    }

    public void put(Viewer viewer, Setting setting, String value) {
        setting.check(value);
        var before = stored(setting);
        if (before.equals(value)) {
            return;
        }
        jdbc.sql("""
                        insert into foundation.setting (name, value) values (?, ?)
                        on conflict (name) do update set value = excluded.value
                        """).params(setting.name(), value).update();
        audit.record(
                viewer,
                new AuditRecord(AuditAction.CHANGED, "foundation.setting", null, null, setting.name(), before, value));
        cache = new Cached(Instant.EPOCH, Map.of());
    }

    private Stored stored() {
        var read = read();
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            values.put(setting, read.getOrDefault(setting.name(), setting.standard()));
        }
        return new Stored(values, List.copyOf(values.values()).hashCode());
    }

    private String stored(Setting setting) {
        return jdbc.sql("select value from foundation.setting where name = ?")
                .param(setting.name())
                .query(String.class)
                .optional()
                .orElse(setting.standard());
    }

    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public String get(Setting setting) {
        return all().getOrDefault(setting.name(), setting.standard());
    }

    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    private Map<String, String> all() {
        var cached = cache;
        if (cached.read().plus(FRESH).isAfter(clock.instant())) {
            return cached.values();
        }
        var values = read();
        cache = new Cached(clock.instant(), values);
        return values;
    }

    private Map<String, String> read() {
        return jdbc
                .sql("select name, value from foundation.setting")
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("value")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Cached(Instant read, Map<String, String> values) {}
}
