package io.throughline.foundation.customer;

/** Identity of a site. */
public record SiteId(long value) {}
