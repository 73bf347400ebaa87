package io.throughline.foundation.customer;

/**
 * What promises to the customer are counted by changed: its tier or its calendar; told in the same transaction.
 *
 * @param what for the audit trail, for example {@code tier STANDARD → KEY}
 */
public record ServiceTermsChanged(CustomerId customerId, String what) {}
