package io.throughline.aftersales.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as those see it who write it.
 *
 * @param id for what hangs on the record
 * @param version for {@code seen} of a change
 * @param draft the newest text; the same as {@code published} when the state says so
 * @param published the newest edition; null before the first
 * @param visibility of the newest edition; before the first what the draft asks for
 * @param draftVisibility what the newest text asks for
 * @param writerId who wrote the newest text
 * @param returnedNote why it came back to the writer
 * @param mine how the viewer has voted
 */
public record ArticleDetail(
        ArticleId id,
        int version,
        ArticleNumber number,
        String slug,
        ArticleState state,
        ArticleText draft,
        @Nullable ArticleText published,
        ArticleVisibility visibility,
        ArticleVisibility draftVisibility,
        @Nullable Long writerId,
        @Nullable String writer,
        @Nullable String returnedNote,
        int edition,
        int reviewDays,
        @Nullable Instant reviewedAt,
        boolean reviewDue,
        @Nullable Instant retiredAt,
        long helpful,
        long notHelpful,
        @Nullable Boolean mine,
        List<Edition> editions,
        List<Remark> remarks) {

    public ArticleDetail {
        editions = List.copyOf(editions);
        remarks = List.copyOf(remarks);
    }

    /** What readers see; before the first edition the draft. */
    public ArticleText text() {
        return published == null ? draft : published;
    }

    /** Whether a text waits that readers do not see yet. */
    public boolean isPending() {
        return state == ArticleState.DRAFT || state == ArticleState.SUBMITTED;
    }

    /** @param writer who wrote it, by name */
    public record Edition(
            int number,
            Instant publishedAt,
            @Nullable String writer,
            @Nullable String reader) {}

    /** What somebody added to a vote. */
    public record Remark(boolean helpful, String text, String by, Instant at) {}
}
