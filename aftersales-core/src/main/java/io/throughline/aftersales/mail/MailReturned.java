package io.throughline.aftersales.mail;

import io.throughline.foundation.model.SubjectRef;
import java.time.Instant;

/**
 * A mail of ours did not reach somebody. Told once for each report, in the transaction that takes the report in.
 *
 * @param subject what the mail was about
 * @param address in lower case
 * @param at when the report came
 */
public record MailReturned(SubjectRef subject, String address, Instant at) {}
