package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project began. Listeners plant its template's plan in the same transaction.
 *
 * @param viewer who began it; names of a template that has them in two languages are taken in this one's
 * @param templateId the structure to start from; null for a blank project
 * @param start the first planned day
 * @param finish the last planned day; null where it is not known yet
 */
public record ProjectCreated(
        Viewer viewer,
        ProjectId projectId,
        String key,
        @Nullable Long templateId,
        LocalDate start,
        @Nullable LocalDate finish) {}
