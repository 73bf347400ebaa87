package io.throughline.aftersales.automation;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A rule; it acts only while it is active, and a new one is not. */
@Entity
@Getter
@Table(schema = "aftersales", name = "automation_rule")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AutomationRule extends Aggregate {

    private String nameZh;
    private String nameEn;
    private int position;
    private boolean active;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private String terms;

    AutomationRule(SaveRule wanted) {
        change(wanted);
    }

    final void change(SaveRule wanted) {
        nameZh = wanted.nameZh().strip();
        nameEn = wanted.nameEn().strip();
        position = wanted.position();
        occasion = wanted.terms().occasion();
        terms = Json.write(wanted.terms());
    }

    void activate(boolean on) {
        active = on;
    }
}
