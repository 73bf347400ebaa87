package io.throughline.project.lifecycle;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GateWaiverRepository extends Repository<GateWaiver, Long> {

    GateWaiver save(GateWaiver waiver);

    List<GateWaiver> findByProjectIdAndPhase(long projectId, Phase phase);

    Optional<GateWaiver> findByProjectIdAndPhaseAndCriterion(long projectId, Phase phase, String criterion);
}
