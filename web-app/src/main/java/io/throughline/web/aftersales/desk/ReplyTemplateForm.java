package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.ReplyTemplateRow;
import io.throughline.aftersales.desk.SaveReplyTemplate;
import io.throughline.aftersales.desk.Sharing;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reply template as typed; a language left empty is not there. */
record ReplyTemplateForm(
        @NotBlank @Size(max = 80) @Nullable String name,
        @Size(max = SaveReplyTemplate.LONGEST) @Nullable String textZh,
        @Size(max = SaveReplyTemplate.LONGEST) @Nullable String textEn,
        @NotNull @Nullable Sharing sharing,
        @Nullable Long teamId,
        @Nullable Integer version) {

    static ReplyTemplateForm blank() {
        return new ReplyTemplateForm(null, null, null, Sharing.OWN, null, null);
    }

    static ReplyTemplateForm of(ReplyTemplateRow template) {
        return new ReplyTemplateForm(
                template.name(),
                template.textZh(),
                template.textEn(),
                template.sharing(),
                template.teamId(),
                template.version());
    }

    SaveReplyTemplate command() {
        return new SaveReplyTemplate(
                Objects.requireNonNull(name), textZh, textEn, Objects.requireNonNull(sharing), teamId, version);
    }
}
