package io.throughline.foundation.people;

import java.util.Optional;

/** Answers, from the customer's master data, which customer a portal user's contact belongs to. */
public interface PortalIdentity {

    Optional<PortalContact> of(long contactId);

    /**
     * @param customerId the contact's customer
     * @param manager whether the contact may see all of the customer's records
     */
    record PortalContact(long customerId, boolean manager) {}
}
