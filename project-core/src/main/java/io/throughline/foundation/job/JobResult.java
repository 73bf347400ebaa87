package io.throughline.foundation.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param messageKey the sentence people read, with named places filled from the data
 * @param data numbers and names; also the answer of the REST API
 * @param link page of what was made; null for none
 * @param attachmentId stored file to download, such as the rows that failed; null for none
 */
public record JobResult(
        String messageKey,
        Map<String, ? extends @Nullable Object> data,
        @Nullable String link,
        @Nullable Long attachmentId) {

    public static JobResult of(String messageKey, Map<String, ? extends @Nullable Object> data) {
        return new JobResult(messageKey, data, null, null);
    }

    public JobResult link(String path) {
        return new JobResult(messageKey, data, path, attachmentId);
    }

    public JobResult attachment(long id) {
        return new JobResult(messageKey, data, link, id);
    }
}
