package io.throughline.foundation.kpi;

import io.throughline.foundation.model.SubjectRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One record behind a number.
 *
 * @param number business number, shown as the link
 * @param title what it is called
 * @param path address of its page
 * @param context the project or customer it belongs to
 * @param due the day that put it into the period
 * @param done the day it was reached, null while open
 * @param met whether it counts for the numerator
 */
public record KpiRow(
        SubjectRef subject,
        String number,
        String title,
        String path,
        @Nullable String context,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        boolean met) {}
