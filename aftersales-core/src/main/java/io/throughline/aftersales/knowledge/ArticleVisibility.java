package io.throughline.aftersales.knowledge;

/** Who may read an article once it is published; each one includes those before it. */
public enum ArticleVisibility {
    /** Everybody who works in the company. */
    STAFF,
    /** Also customers who are signed in to the portal. */
    CUSTOMERS,
    /** Everybody, signed in or not. */
    PUBLIC
}
