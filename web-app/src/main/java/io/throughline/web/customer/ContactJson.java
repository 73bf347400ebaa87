package io.throughline.web.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.aftersales.mail.UndeliverableAddresses.Returned;
import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact for programs.
 *
 * @param undeliverable when and why a mail to its address came back; null where mails arrive as far as is known
 */
record ContactJson(
        @JsonUnwrapped ContactDetail contact, @Nullable Returned undeliverable) {

    static List<ContactJson> of(Viewer viewer, List<ContactDetail> contacts, UndeliverableAddresses addresses) {
        var returned =
                addresses.of(viewer, contacts.stream().map(ContactDetail::email).toList());
        return contacts.stream()
                .map(contact -> new ContactJson(contact, returned(contact, returned)))
                .toList();
    }

    static @Nullable Returned returned(ContactDetail contact, Map<String, Returned> returned) {
        return Optional.ofNullable(contact.email())
                .map(email -> returned.get(email.toLowerCase(Locale.ROOT)))
                .orElse(null);
    }
}
