package io.throughline.foundation.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** The scheduler's own task data as JSON. */
class TaskData implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : Json.MAPPER.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null ? null : Json.MAPPER.readValue(data, type);
    }
}
