package io.throughline.project.schedule;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlanDraftRepository extends Repository<PlanDraft, Long> {

    PlanDraft saveAndFlush(PlanDraft draft);

    Optional<PlanDraft> findByProjectIdAndNumber(long projectId, int number);

    /** Whoever else changes it waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from PlanDraft d where d.projectId = :projectId and d.number = :number")
    Optional<PlanDraft> lock(long projectId, int number);

    @Query("select coalesce(max(d.number), 0) + 1 from PlanDraft d where d.projectId = ?1")
    int nextNumber(long projectId);
}
