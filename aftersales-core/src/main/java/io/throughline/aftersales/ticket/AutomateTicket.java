package io.throughline.aftersales.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an automation rule does to a ticket; null and empty change nothing.
 *
 * @param nameZh of the rule, for the history
 * @param teamId a disbanded one changes nothing
 * @param assigneeId somebody who has left changes nothing
 * @param note internal
 * @param answerZh public and automatic, for a customer who reads Chinese
 * @param answerEn the same in English; both or neither
 */
public record AutomateTicket(
        String nameZh,
        String nameEn,
        @Nullable Priority priority,
        @Nullable String status,
        @Nullable Long teamId,
        @Nullable Long assigneeId,
        Set<String> addTags,
        Set<String> removeTags,
        @Nullable String note,
        @Nullable String answerZh,
        @Nullable String answerEn) {}
