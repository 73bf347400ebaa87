package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A macro as it is listed, edited and run.
 *
 * @param template name of the reply template; null without one, or when that was removed
 * @param kept whether the viewer may change it
 */
public record MacroRow(
        long id,
        int version,
        String name,
        @Nullable Long templateId,
        @Nullable String template,
        boolean note,
        @Nullable TicketStatus status,
        @Nullable String holdReason,
        @Nullable Integer holdDays,
        @Nullable Priority priority,
        @Nullable Long toTeamId,
        @Nullable String toTeamZh,
        @Nullable String toTeamEn,
        @Nullable Long toUserId,
        @Nullable String toUser,
        boolean toMe,
        String tags,
        Sharing sharing,
        @Nullable Long teamId,
        @Nullable String teamZh,
        @Nullable String teamEn,
        boolean kept,
        Instant changedAt) {}
