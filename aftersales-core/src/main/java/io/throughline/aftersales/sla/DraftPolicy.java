package io.throughline.aftersales.sla;

import io.throughline.foundation.model.RuleViolation;

/**
 * A policy as somebody wants it.
 *
 * @param nameZh 1–80 characters
 * @param nameEn 1–80 characters
 * @param position its place among policies of the same basis, 0–9999, lowest first
 */
public record DraftPolicy(String nameZh, String nameEn, int position, SlaTerms terms) {

    private static final int LONGEST_NAME = 80;
    private static final int LAST = 9999;

    public DraftPolicy {
        requireName(nameZh, "name");
        requireName(nameEn, "nameEn");
        if (position < 0 || position > LAST) {
            throw new RuleViolation("aftersales.sla.position", LAST).at("position");
        }
    }

    private static void requireName(String name, String field) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new RuleViolation("aftersales.sla.name", LONGEST_NAME).at(field);
        }
    }
}
