package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/**
 * One property a step gives another value.
 *
 * @param field {@code STATUS, PRIORITY, TEAM, ASSIGNEE, TAGS}
 * @param from code or id before; null for none
 * @param to code or id after; of tags those that are added, with commas between
 */
public record StepChange(
        String field, @Nullable String from, @Nullable String to) {}
