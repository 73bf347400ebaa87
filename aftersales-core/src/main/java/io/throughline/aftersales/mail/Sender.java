package io.throughline.aftersales.mail;

import io.throughline.foundation.people.Viewer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a mail comes from. A From line proves little: it is enough to ask, not to act for us.
 *
 * @param address null for nobody
 * @param contactId the contact with this address
 * @param customerId the contact's customer, or the one whose registered domain it is
 * @param colleague whether it is an address of our own people
 */
record Sender(
        @Nullable String address,
        String name,
        @Nullable Long contactId,
        @Nullable Long customerId,
        Locale locale,
        boolean colleague) {

    /** Under the name of the mail where we know no other. */
    Sender called(String said) {
        return name.isEmpty() ? new Sender(address, said, contactId, customerId, locale, colleague) : this;
    }

    Viewer viewer() {
        return Viewer.outsider(name, customerId, contactId, locale);
    }
}
