package io.throughline.project.schedule;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BaselineRepository extends Repository<Baseline, Long> {

    Baseline saveAndFlush(Baseline baseline);

    Optional<Baseline> findByProjectIdAndStatus(long projectId, BaselineStatus status);

    @Query("select coalesce(max(b.number), -1) + 1 from Baseline b where b.projectId = ?1")
    int nextNumber(long projectId);
}
