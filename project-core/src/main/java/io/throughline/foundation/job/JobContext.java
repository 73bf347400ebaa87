package io.throughline.foundation.job;

import io.throughline.foundation.people.Viewer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running job knows and tells; cheap to call for every row. */
public interface JobContext {

    JobId id();

    /** Whoever started it, with the rights of now. */
    Viewer viewer();

    /** 1 at the first run, more after a node died or stopped. */
    int attempt();

    /**
     * How far it is. Written and shown at most twice a second.
     *
     * @param total 0 when not known
     * @throws JobCancelled never; see {@link #checkCancelled}
     */
    void progress(long done, long total);

    /** What it is doing now, as a message key with named places. */
    void message(String key, Map<String, ? extends @Nullable Object> data);

    /** Whether somebody asked it to stop; looked up at most twice a second. */
    boolean cancelled();

    /** Ends the job when somebody asked it to stop, or this node is stopping. */
    void checkCancelled();
}
