package io.throughline.project.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, Long> {

    Task save(Task task);

    Task saveAndFlush(Task task);

    Optional<Task> findById(long id);

    Optional<Task> findByProjectIdAndNumber(long projectId, int number);

    List<Task> findByIdIn(Collection<Long> ids);

    List<Task> findByProjectIdAndNumberIn(long projectId, Collection<Integer> numbers);

    /** Living siblings in order. */
    @Query("""
            select t from Task t where t.projectId = :projectId and t.deletedAt is null
               and (t.parentId = :parentId or :parentId is null and t.parentId is null)
             order by t.position, t.id
            """)
    List<Task> siblings(long projectId, @Nullable Long parentId);

    /** Everything living below, at any depth. */
    @Query(nativeQuery = true, value = """
            with recursive below (id) as (
                select id from project.task where parent_id = :id and deleted_at is null
                union all
                select t.id from project.task t join below on t.parent_id = below.id where t.deleted_at is null
            ) select t.* from project.task t join below on below.id = t.id
            """)
    List<Task> descendants(long id);

    /** Everything below that was deleted at the same moment. */
    @Query(nativeQuery = true, value = """
            with recursive below (id) as (
                select id from project.task where parent_id = :id and deleted_at = :at
                union all
                select t.id from project.task t join below on t.parent_id = below.id where t.deleted_at = :at
            ) select t.* from project.task t join below on below.id = t.id
            """)
    List<Task> deletedWith(long id, Instant at);

    /** Those of the tasks that have something living below them. */
    @Query("select distinct t.parentId from Task t where t.parentId in :ids and t.deletedAt is null")
    Set<Long> livingParents(Collection<Long> ids);

    boolean existsByParentIdAndDeletedAtIsNull(long parentId);

    /** A summary is what has something below it. */
    @Modifying(clearAutomatically = true)
    @Query(nativeQuery = true, value = """
            update project.task t set summary = not t.summary
             where t.project_id = :projectId and t.deleted_at is null
               and t.summary <> exists (select 1 from project.task c where c.parent_id = t.id and c.deleted_at is null)
            """)
    void alignSummaries(long projectId);
}
