package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.DiagnosisState;
import io.throughline.aftersales.diagnosis.FaultCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis ticket as the pages of problems show it.
 *
 * @param state how far its diagnosis has come
 * @param live whether it is still being worked on
 * @param problem number of the problem behind it
 * @param at when it was opened, or when its cause was found where causes are looked at
 */
public record ProblemTicket(
        long id,
        String number,
        String subject,
        DiagnosisState state,
        boolean live,
        @Nullable FaultCause cause,
        @Nullable String customer,
        @Nullable String problem,
        Instant at) {}
