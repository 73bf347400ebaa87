package io.throughline.foundation.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Puts jobs into the scheduler's table, inside the caller's transaction. */
@Component
class JobQueue {

    static final String TABLE = "foundation.scheduled_job";
    static final String TASK = "job";

    private final SchedulerClient client;
    private final Clock clock;

    JobQueue(DataSource database, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(TABLE)
                .serializer(new TaskData())
                .build();
        this.clock = clock;
    }

    void add(long id) {
        client.scheduleIfNotExists(new TaskInstance<>(TASK, Long.toString(id)), clock.instant());
    }
}
