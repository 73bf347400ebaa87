package io.throughline.project.resource;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the feature that knows time sheets: approved hours are the actual work of an assignment; no date moves by that. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class BookedWork {

    private final ResourceAssignmentRepository assignments;
    private final JdbcClient jdbc;

    /**
     * @param minutes all that is approved of the person on the task
     * @param remaining what the person thinks is left, in minutes; null where nothing was said
     */
    public record Booked(long task, long minutes, @Nullable Long remaining) {}

    /** Tasks on which the person only helped out, without an assignment, are left alone. */
    public void count(Viewer viewer, long user, Collection<Booked> booked) {
        var byTask = booked.stream().collect(Collectors.toMap(Booked::task, Function.identity()));
        var ids = jdbc.sql("""
                        select a.id from project.resource_assignment a join project.resource r on r.id = a.resource_id
                         where r.user_id = ? and a.task_id = any(?) order by a.id for update of a
                        """)
                .params(user, byTask.keySet().toArray(Long[]::new))
                .query(Long.class)
                .list();
        assignments.findByIdInOrderById(ids).forEach(one -> count(one, byTask));
        assignments.flush();
    }

    private void count(ResourceAssignment one, Map<Long, Booked> byTask) {
        var booked = byTask.get(one.getTaskId());
        if (booked != null) {
            one.book(booked.minutes(), booked.remaining());
            assignments.save(one);
        }
    }
}
