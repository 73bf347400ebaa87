package io.throughline.project.schedule;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TaskBlockRepository extends Repository<TaskBlock, Long> {

    TaskBlock save(TaskBlock saved);

    Optional<TaskBlock> findByTaskIdAndUntilIsNull(long taskId);
}
