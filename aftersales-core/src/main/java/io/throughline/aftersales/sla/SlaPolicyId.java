package io.throughline.aftersales.sla;

public record SlaPolicyId(long value) {}
