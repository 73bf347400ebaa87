package io.throughline.project.schedule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskDependencyRepository extends Repository<TaskDependency, Long> {

    TaskDependency save(TaskDependency saved);

    TaskDependency saveAndFlush(TaskDependency saved);

    void flush();

    Optional<TaskDependency> findByPredecessorIdAndSuccessorId(long predecessorId, long successorId);

    List<TaskDependency> findByPredecessorIdInAndSuccessorIdIn(
            Collection<Long> predecessors, Collection<Long> successors);

    List<TaskDependency> findBySuccessorIdIn(Collection<Long> successors);

    /** Numbers of the living tasks that drive this one. */
    @Query("""
        select t.number from Task t, TaskDependency d
         where d.predecessorId = t.id and d.successorId = :successor and t.deletedAt is null
        """)
    List<Integer> predecessorsOf(long successor);

    void delete(TaskDependency dependency);
}
