package io.throughline.aftersales.feedback;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of causes that complaints are counted by. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class ComplaintCauses {

    private final JdbcClient jdbc;
    private final Audit audit;

    /** In their order, those out of use last. */
    @Transactional(readOnly = true)
    public List<ComplaintCause> all(Viewer viewer) {
        return jdbc.sql("""
                        select c.code, c.version, c.name_zh, c.name_en, c.active,
                               (select count(*) from aftersales.complaint k where k.cause = c.code) as used
                          from aftersales.complaint_cause c
                         order by c.active desc, c.position, c.code
                        """).query(ComplaintCause.class).list();
    }

    /** Adds a cause, or changes the one of that code; throws {@link StaleVersion} from an older version. */
    @Allow({Role.MANAGER, Role.ADMIN})
    public void save(Viewer viewer, SaveCause command) {
        var zh = text(command.nameZh());
        var en = text(command.nameEn());
        if (zh.isEmpty() && en.isEmpty()) {
            throw new RuleViolation("aftersales.feedback.causeName").at("nameZh");
        }
        var before = jdbc.sql("select version, name_zh || ' / ' || name_en || ' ' || active as said"
                        + " from aftersales.complaint_cause where code = ? for update")
                .param(command.code())
                .query(Before.class)
                .optional()
                .orElse(null);
        if (before == null) {
            jdbc.sql("""
                            insert into aftersales.complaint_cause (code, name_zh, name_en, active, position)
                            values (:code, :zh, :en, :active, (select coalesce(max(position), 0) + 10 from aftersales.complaint_cause))
                            """)
                    .param("code", command.code())
                    .param("zh", zh)
                    .param("en", en)
                    .param("active", command.active())
                    .update();
        } else {
            requireSeen(command, before.version());
            jdbc.sql("""
                            update aftersales.complaint_cause
                               set name_zh = :zh, name_en = :en, active = :active, version = version + 1 where code = :code
                            """)
                    .param("code", command.code())
                    .param("zh", zh)
                    .param("en", en)
                    .param("active", command.active())
                    .update();
        }
        audit.record(
                viewer,
                new AuditRecord(
                        before == null ? AuditAction.CREATED : AuditAction.CHANGED,
                        "aftersales.complaint_cause",
                        null,
                        null,
                        command.code(),
                        before == null ? null : before.said(),
                        zh + " / " + en + " " + command.active()));
    }

    /** Throws {@link RuleViolation} at {@code cause} for a code nobody may choose. */
    void requireActive(Viewer viewer, String code) {
        if (!jdbc.sql("select exists (select 1 from aftersales.complaint_cause where code = ? and active)")
                .param(code)
                .query(Boolean.class)
                .single()) {
            throw new RuleViolation("aftersales.feedback.unknownCause").at("cause");
        }
    }

    private static void requireSeen(SaveCause command, int stored) {
        var seen = command.version();
        if (seen == null) {
            throw new RuleViolation("aftersales.feedback.causeThere", command.code()).at("code");
        }
        if (seen != stored) {
            throw new StaleVersion(seen, stored);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private record Before(int version, String said) {}
}
