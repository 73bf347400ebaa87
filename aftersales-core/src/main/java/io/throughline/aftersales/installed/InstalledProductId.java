package io.throughline.aftersales.installed;

/** Identity of an installed product. */
public record InstalledProductId(long value) {}
