package io.throughline.web.customer;

import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.customer.SaveContact;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A contact as typed. */
record ContactForm(
        @NotBlank @Size(max = 80) @Nullable String name,
        @Size(max = 80) @Nullable String title,
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 40) @Nullable String mobile,
        @Size(max = 40) @Nullable String phone,

        @NotBlank @Pattern(regexp = "zh-CN|en") @Nullable String locale,

        boolean manager,
        @Nullable Long siteId,
        @Nullable Integer version) {

    static ContactForm empty() {
        return new ContactForm(null, null, null, null, null, "zh-CN", false, null, null);
    }

    static ContactForm of(ContactDetail contact) {
        return new ContactForm(
                contact.name(),
                contact.title(),
                contact.email(),
                contact.mobile(),
                contact.phone(),
                contact.locale(),
                contact.manager(),
                contact.siteId(),
                contact.version());
    }

    /** Only of a form without errors. */
    SaveContact command() {
        return new SaveContact(
                Objects.requireNonNull(name),
                title,
                email == null || email.isBlank() ? null : email,
                mobile,
                phone,
                Objects.requireNonNull(locale),
                manager,
                siteId,
                version);
    }
}
