package io.throughline.aftersales.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox, new or changed.
 *
 * @param address under which customers write to it, and from which their tickets are answered
 * @param password blank keeps the stored one
 * @param teamId whose tickets its mails become; null for nobody's yet
 * @param removeTaken whether a mail is removed once it is stored here, and not only marked as read
 * @param version the version the form was filled from; null for a new one
 */
public record SaveMailbox(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Email @Size(max = 254) String address,
        @NotBlank @Size(max = 254) String host,
        @NotNull @Min(1) @Max(65535) Integer port,
        @NotNull MailboxSecurity security,
        @NotBlank @Size(max = 254) String username,
        @Nullable @Size(max = 500) String password,
        @NotBlank @Size(max = 200) String folder,
        @Nullable Long teamId,
        @Nullable Boolean removeTaken,
        @Nullable Boolean active,
        @Nullable Integer version) {}
