package io.throughline.aftersales.desk;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A ready text for answers, in one language or both. */
@Entity
@Getter
@Table(schema = "aftersales", name = "reply_template")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ReplyTemplate extends Aggregate {

    private String name;
    private String textZh;
    private String textEn;

    @Embedded
    @Getter(AccessLevel.NONE)
    private @Nullable Share share;

    private @Nullable Instant removedAt;

    /** Throws {@link RuleViolation} at the field that does not fit. */
    ReplyTemplate(SaveReplyTemplate wanted, Share share) {
        this.name = wanted.name().strip();
        this.textZh = "";
        this.textEn = "";
        this.share = share;
        write(wanted, share);
    }

    final void write(SaveReplyTemplate wanted, Share newShare) {
        var zh = text(wanted.textZh());
        var en = text(wanted.textEn());
        if (zh.isEmpty() && en.isEmpty()) {
            throw new RuleViolation("aftersales.desk.textNeeded").at("textZh");
        }
        Placeholder.check(zh, true, "textZh");
        Placeholder.check(en, false, "textEn");
        name = wanted.name().strip();
        textZh = zh;
        textEn = en;
        share = newShare;
    }

    /** Everybody's is stored as nobody's. */
    Share share() {
        return Share.orEveryones(share);
    }

    void remove(Instant at) {
        removedAt = at;
    }

    void bringBack() {
        removedAt = null;
    }

    /** Browsers send line ends of two characters. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }
}
