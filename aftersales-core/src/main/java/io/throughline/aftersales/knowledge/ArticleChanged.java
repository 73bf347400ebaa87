package io.throughline.aftersales.knowledge;

/** What of an article can be read or found has changed. */
record ArticleChanged(ArticleId id) {}
