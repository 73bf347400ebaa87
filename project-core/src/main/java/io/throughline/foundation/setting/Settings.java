package io.throughline.foundation.setting;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
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
        var values = new HashMap<String, String>();
        jdbc.sql("select name, value from foundation.setting")
                .query((row, n) -> values.put(row.getString("name"), row.getString("value")))
                .list();
        cache = new Cached(clock.instant(), Map.copyOf(values));
        return values;
    }

    private record Cached(Instant read, Map<String, String> values) {}
}
