package io.throughline.aftersales.automation;

/** @param position rules run in its order, the smaller first */
public record SaveRule(String nameZh, String nameEn, int position, RuleTerms terms) {}
