package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.MacroRow;
import io.throughline.aftersales.desk.SaveMacro;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A macro as typed. */
record MacroForm(
        @NotBlank @Size(max = 80) @Nullable String name,
        @Nullable Long templateId,
        @Nullable Boolean note,
        @Size(max = 40) @Nullable String status,
        @Size(max = 500) @Nullable String holdReason,
        @Min(1) @Max(365) @Nullable Integer holdDays,
        @Nullable Priority priority,
        @Nullable Long toTeamId,
        @Nullable Long toUserId,
        @Nullable Boolean toMe,
        @Size(max = 400) @Nullable String tags,
        @NotNull @Nullable Sharing sharing,
        @Nullable Long teamId,
        @Nullable Integer version) {

    static MacroForm blank() {
        return new MacroForm(
                null, null, false, null, null, null, null, null, null, false, null, Sharing.OWN, null, null);
    }

    static MacroForm of(MacroRow macro) {
        var status = macro.status();
        return new MacroForm(
                macro.name(),
                macro.templateId(),
                macro.note(),
                status == null ? null : status.code(),
                macro.holdReason(),
                macro.holdDays(),
                macro.priority(),
                macro.toTeamId(),
                macro.toUserId(),
                macro.toMe(),
                macro.tags(),
                macro.sharing(),
                macro.teamId(),
                macro.version());
    }

    SaveMacro command() {
        return new SaveMacro(
                Objects.requireNonNull(name),
                templateId,
                note,
                status,
                holdReason,
                holdDays,
                priority,
                toTeamId,
                toUserId,
                toMe,
                tags,
                Objects.requireNonNull(sharing),
                teamId,
                version);
    }
}
