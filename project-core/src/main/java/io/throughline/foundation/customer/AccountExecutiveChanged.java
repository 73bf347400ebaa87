package io.throughline.foundation.customer;

/** Another account executive, or none, looks after the customer; told in the same transaction. */
public record AccountExecutiveChanged(CustomerId customerId) {}
