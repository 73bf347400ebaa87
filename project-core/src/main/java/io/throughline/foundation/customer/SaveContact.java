package io.throughline.foundation.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person at a customer, new or changed.
 *
 * @param name whole name in one field, family name first
 * @param locale language tag of mails to this contact
 * @param manager may see all of the customer's records in the portal
 * @param version the version the form was filled from; null for a new contact
 */
public record SaveContact(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 80) String title,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String mobile,
        @Nullable @Size(max = 40) String phone,
        @NotBlank @Size(max = 16) String locale,
        boolean manager,
        @Nullable Long siteId,
        @Nullable Integer version) {}
