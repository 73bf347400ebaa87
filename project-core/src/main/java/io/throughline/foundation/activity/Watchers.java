package io.throughline.foundation.activity;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to hear about a record without owning it. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Watchers {

    private final JdbcClient jdbc;
    private final SubjectAccesses accesses;
    private final Clock clock;

    /** Throws {@link NotFound} when the viewer may not see the record. */
    public void watch(Viewer viewer, SubjectRef subject) {
        accesses.requireSee(viewer, subject);
        add(subject, Set.of(viewer.id()));
    }

    public void unwatch(Viewer viewer, SubjectRef subject) {
        jdbc.sql("delete from foundation.watcher where subject_type = ? and subject_id = ? and user_id = ?")
                .params(subject.type(), subject.id(), viewer.id().value())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isWatching(Viewer viewer, SubjectRef subject) {
        return jdbc.sql("""
                        select exists (select 1 from foundation.watcher
                                        where subject_type = ? and subject_id = ? and user_id = ?)
                        """)
                .params(subject.type(), subject.id(), viewer.id().value())
                .query(Boolean.class)
                .single();
    }

    /** All active watchers, for whoever sends notices; whether each may still see the record is asked on sending. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public Set<UserId> of(SubjectRef subject) {
        return jdbc.sql("""
                        select w.user_id
                          from foundation.watcher w
                          join foundation.app_user u on u.id = w.user_id and u.active
                         where w.subject_type = ? and w.subject_id = ?
                        """).params(subject.type(), subject.id()).query(Long.class).stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    /** Makes users watchers on the system's behalf: the one who reported, was assigned, was mentioned. */
    @Allow(anyone = true)
    public void add(SubjectRef subject, Collection<UserId> users) {
        if (users.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into foundation.watcher (subject_type, subject_id, user_id, since)
                        select ?, ?, u.id, ? from foundation.app_user u where u.id = any(?)
                        on conflict do nothing
                        """)
                .params(
                        subject.type(),
                        subject.id(),
                        Timestamp.from(clock.instant()),
                        users.stream().map(UserId::value).toArray(Long[]::new))
                .update();
    }
}
