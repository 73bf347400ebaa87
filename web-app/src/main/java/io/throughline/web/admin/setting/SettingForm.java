package io.throughline.web.admin.setting;

import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All settings as typed. */
record SettingForm(
        @Size(max = 80) @Nullable String companyName,
        @Size(max = 80) @Nullable String companyNameEn,
        @NotBlank @Nullable String companyZone,
        @NotNull @Min(1) @Max(999) @Nullable Integer ticketCloseDays,
        @NotNull @Min(1) @Max(999) @Nullable Integer ticketReopenDays,
        @NotNull @Min(1) @Max(999) @Nullable Integer surveyQuietDays,
        @NotNull @Min(1) @Max(99) @Nullable Integer complaintAcknowledgeDays,
        @NotNull @Min(1) @Max(999) @Nullable Integer complaintCloseDays,
        @NotNull @Min(1) @Nullable Integer attachmentLimitMib,
        @Nullable Integer version) {

    static SettingForm of(Settings.Stored stored) {
        var values = stored.values();
        return new SettingForm(
                values.get(Setting.COMPANY_NAME),
                values.get(Setting.COMPANY_NAME_EN),
                values.get(Setting.COMPANY_ZONE),
                Integer.valueOf(values.get(Setting.TICKET_CLOSE_DAYS)),
                Integer.valueOf(values.get(Setting.TICKET_REOPEN_DAYS)),
                Integer.valueOf(values.get(Setting.SURVEY_QUIET_DAYS)),
                Integer.valueOf(values.get(Setting.COMPLAINT_ACKNOWLEDGE_DAYS)),
                Integer.valueOf(values.get(Setting.COMPLAINT_CLOSE_DAYS)),
                Integer.valueOf(values.get(Setting.ATTACHMENT_LIMIT_MIB)),
                stored.version());
    }

    /** Only of a form without errors. */
    Map<Setting, String> values() {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.COMPANY_NAME, text(companyName));
        values.put(Setting.COMPANY_NAME_EN, text(companyNameEn));
        values.put(Setting.COMPANY_ZONE, text(companyZone));
        values.put(Setting.TICKET_CLOSE_DAYS, String.valueOf(ticketCloseDays));
        values.put(Setting.TICKET_REOPEN_DAYS, String.valueOf(ticketReopenDays));
        values.put(Setting.SURVEY_QUIET_DAYS, String.valueOf(surveyQuietDays));
        values.put(Setting.COMPLAINT_ACKNOWLEDGE_DAYS, String.valueOf(complaintAcknowledgeDays));
        values.put(Setting.COMPLAINT_CLOSE_DAYS, String.valueOf(complaintCloseDays));
        values.put(Setting.ATTACHMENT_LIMIT_MIB, String.valueOf(attachmentLimitMib));
        return values;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
