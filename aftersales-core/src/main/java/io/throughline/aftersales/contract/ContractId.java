package io.throughline.aftersales.contract;

/** Identity of a service contract. */
public record ContractId(long value) {}
