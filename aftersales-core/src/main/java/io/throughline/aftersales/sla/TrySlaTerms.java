package io.throughline.aftersales.sla;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other terms to be tried on past tickets; at least one of policy and calendar.
 *
 * @param from the first day on which a ticket was opened, in UTC
 * @param until the last such day; at most 400 days
 * @param policy id of a policy whose draft is tried in place of its published terms
 * @param calendar id of a calendar tried in place of our hours in every policy
 */
public record TrySlaTerms(
        LocalDate from,
        LocalDate until,
        @Nullable Long policy,
        @Nullable Long calendar) {}
