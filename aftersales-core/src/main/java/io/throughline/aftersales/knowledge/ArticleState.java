package io.throughline.aftersales.knowledge;

/** How far the newest text of an article has come; readers keep the edition before until it is published. */
public enum ArticleState {
    /** Being written, or returned to the writer. */
    DRAFT,
    /** Waits for somebody else to read and publish it. */
    SUBMITTED,
    /** The newest edition says the same. */
    PUBLISHED,
    /** Kept, and shown to nobody but those who write. */
    RETIRED
}
