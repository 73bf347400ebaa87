package io.throughline.project.board;

import io.throughline.project.schedule.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BoardLimitRepository extends Repository<BoardLimit, Long> {

    BoardLimit save(BoardLimit limit);

    List<BoardLimit> findByProjectId(long projectId);

    Optional<BoardLimit> findByProjectIdAndStatus(long projectId, TaskStatus status);

    void delete(BoardLimit limit);
}
