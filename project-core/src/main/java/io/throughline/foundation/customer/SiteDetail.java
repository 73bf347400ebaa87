package io.throughline.foundation.customer;

/** A site on its customer's page. */
public record SiteDetail(long id, int version, String name, String address, String zone, boolean active) {}
