package io.throughline.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts what goes to the database: {@code @Import(Statements.class)} on a test and {@code Statements.during(() -> …)}.
 * A batch counts as one.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    /** Job workers, the counting of days and stages, and the clean-up of sessions come now and then; who asks in a test has no session yet. */
    private static final List<String> BACKGROUND = List.of(
            "foundation.scheduled_",
            "DELETE FROM foundation.spring_session",
            "INSERT INTO foundation.spring_session",
            "/* kept days */",
            "hashtext('foundation.kpi_day')",
            "id, key from foundation.kpi_day_measure",
            "from foundation.kpi_day_measure m",
            "delete from foundation.kpi_day",
            "insert into foundation.kpi_day",
            "update foundation.kpi_day",
            "aftersales.ticket_time_state",
            "from aftersales.ticket where id > ? order by id");

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .listener(new Recorder())
                                .build()
                        : bean;
            }
        };
    }

    /** The statements sent while the work ran, on all threads but those of jobs and timers. */
    public static List<String> during(Runnable work) {
        SEEN.clear();
        work.run();
        return List.copyOf(SEEN);
    }

    private static final class Recorder implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var first = queries.isEmpty() ? "" : queries.get(0).getQuery();
            if (!isWorker() && BACKGROUND.stream().noneMatch(first::contains)) {
                SEEN.add(first);
            }
        }

        /** Jobs and timers run beside the tests, the daily ones too. */
        private static boolean isWorker() {
            return Thread.currentThread().getName().startsWith("db-scheduler-");
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}
