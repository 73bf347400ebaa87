package io.throughline.project.lifecycle;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GateWaiverRepository extends Repository<GateWaiver, Long> {

    GateWaiver saveAndFlush(GateWaiver waiver);

    Optional<GateWaiver> findByProjectIdAndPhaseAndCriterion(long projectId, Phase phase, String criterion);
}
