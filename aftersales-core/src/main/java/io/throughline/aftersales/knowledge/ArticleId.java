package io.throughline.aftersales.knowledge;

public record ArticleId(long value) {}
