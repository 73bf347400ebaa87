package io.throughline.aftersales.knowledge;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** An article as it is being written, with every edition that readers ever saw. */
@Entity
@Getter
@Table(schema = "aftersales", name = "knowledge_article")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class KnowledgeArticle extends Aggregate {

    private static final int LONGEST_NOTE = 1000;

    private long number;

    @Enumerated(EnumType.STRING)
    private ArticleState state = ArticleState.DRAFT;

    private String titleZh;
    private String bodyZh;
    private String titleEn;
    private String bodyEn;

    @Enumerated(EnumType.STRING)
    private ArticleVisibility visibility;

    private @Nullable Long writtenBy;
    private @Nullable String returnedNote;
    private int edition;
    private int reviewDays;
    private @Nullable Instant reviewedAt;
    private @Nullable Instant retiredAt;

    @OneToMany(
            mappedBy = "article",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    private List<KnowledgeEdition> editions = new ArrayList<>();

    KnowledgeArticle(ArticleNumber number, WriteArticle wanted, @Nullable Long writer) {
        this.number = number.value();
        write(wanted, writer);
    }

    /** What waited for its reader is a draft again; readers keep the newest edition. */
    void rewrite(WriteArticle wanted, @Nullable Long writer) {
        requireInUse();
        boolean same = says(wanted);
        write(wanted, writer);
        if (!same) {
            state = ArticleState.DRAFT;
        }
        changed();
    }

    void submit() {
        requireInUse();
        require(state == ArticleState.DRAFT, "aftersales.knowledge.nothingToSubmit");
        state = ArticleState.SUBMITTED;
        returnedNote = null;
        changed();
    }

    void giveBack(String note) {
        requireInUse();
        require(state == ArticleState.SUBMITTED, "aftersales.knowledge.notSubmitted");
        if (note.isBlank() || note.strip().length() > LONGEST_NOTE) {
            throw new RuleViolation("aftersales.knowledge.note", LONGEST_NOTE).at("note");
        }
        state = ArticleState.DRAFT;
        returnedNote = note.strip();
        changed();
    }

    /** @param alone whether the reader may publish what the same person wrote */
    void publish(@Nullable Long reader, boolean alone, Instant now) {
        requireInUse();
        require(state == ArticleState.SUBMITTED, "aftersales.knowledge.notSubmitted");
        require(alone || !Objects.equals(reader, writtenBy), "aftersales.knowledge.ownText");
        edition++;
        editions.add(new KnowledgeEdition(this, now));
        state = ArticleState.PUBLISHED;
        reviewedAt = now;
        changed();
    }

    /** Takes the newest edition back as the text. */
    void discard() {
        requireInUse();
        require(edition > 0 && state != ArticleState.PUBLISHED, "aftersales.knowledge.nothingToDiscard");
        take(edition);
        state = ArticleState.PUBLISHED;
        returnedNote = null;
        changed();
    }

    /** An older edition becomes the draft. */
    void restore(int wanted, @Nullable Long writer) {
        requireInUse();
        require(wanted > 0 && wanted < edition, "aftersales.knowledge.noEdition");
        take(wanted);
        writtenBy = writer;
        state = ArticleState.DRAFT;
        changed();
    }

    /** Somebody has read it again and found it right. */
    void confirm(Instant now) {
        requireInUse();
        require(edition > 0, "aftersales.knowledge.notPublished");
        reviewedAt = now;
    }

    void retire(Instant now) {
        requireInUse();
        retiredAt = now;
        changed();
    }

    void reinstate() {
        require(retiredAt != null, "aftersales.knowledge.notRetired");
        retiredAt = null;
        changed();
    }

    private void write(WriteArticle wanted, @Nullable Long writer) {
        requireLanguage(wanted.titleZh(), wanted.bodyZh(), "Zh");
        requireLanguage(wanted.titleEn(), wanted.bodyEn(), "En");
        if (wanted.titleZh().isBlank() && wanted.titleEn().isBlank()) {
            throw new RuleViolation("aftersales.knowledge.empty").at("titleZh");
        }
        if (!says(wanted)) {
            writtenBy = writer;
        }
        titleZh = wanted.titleZh().strip();
        bodyZh = wanted.bodyZh().strip();
        titleEn = wanted.titleEn().strip();
        bodyEn = wanted.bodyEn().strip();
        visibility = wanted.visibility();
        reviewDays = wanted.reviewDays();
    }

    private boolean says(WriteArticle wanted) {
        return wanted.titleZh().strip().equals(titleZh)
                && wanted.bodyZh().strip().equals(bodyZh)
                && wanted.titleEn().strip().equals(titleEn)
                && wanted.bodyEn().strip().equals(bodyEn)
                && wanted.visibility() == visibility;
    }

    private void take(int wanted) {
        var source = editions.stream()
                .filter(one -> one.getNumber() == wanted)
                .findFirst()
                .orElseThrow(() -> new RuleViolation("aftersales.knowledge.noEdition"));
        titleZh = source.getTitleZh();
        bodyZh = source.getBodyZh();
        titleEn = source.getTitleEn();
        bodyEn = source.getBodyEn();
        visibility = source.getVisibility();
        writtenBy = source.getWrittenBy();
    }

    /** Once it has its id, and after each change that readers or searchers notice. */
    void changed() {
        registerEvent(new ArticleChanged(new ArticleId(requireId())));
    }

    private void requireInUse() {
        require(retiredAt == null, "aftersales.knowledge.retired");
    }

    private static void requireLanguage(String title, String body, String language) {
        if (title.isBlank() != body.isBlank()) {
            throw new RuleViolation("aftersales.knowledge.half").at((title.isBlank() ? "title" : "body") + language);
        }
    }

    private static void require(boolean condition, String key) {
        if (!condition) {
            throw new RuleViolation(key);
        }
    }
}
