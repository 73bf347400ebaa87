package io.throughline.project.schedule;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TaskDependencyRepository extends Repository<TaskDependency, Long> {

    TaskDependency save(TaskDependency saved);

    Optional<TaskDependency> findByPredecessorIdAndSuccessorId(long predecessorId, long successorId);

    void delete(TaskDependency dependency);
}
