package io.throughline.project.lifecycle;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A project began. Listeners plant the template's tasks and deliverables in the same transaction.
 *
 * @param templateId the structure to start from; null for a blank project
 * @param start the first planned day
 * @param locale the language in which the template's names are taken
 */
public record ProjectCreated(
        ProjectId projectId, String key, @Nullable Long templateId, LocalDate start, Locale locale) {}
