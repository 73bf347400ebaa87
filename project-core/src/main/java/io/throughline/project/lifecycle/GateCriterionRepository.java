package io.throughline.project.lifecycle;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GateCriterionRepository extends Repository<GateCriterion, Long> {

    GateCriterion saveAndFlush(GateCriterion criterion);

    List<GateCriterion> findByProjectIdAndPhaseOrderById(long projectId, Phase phase);

    Optional<GateCriterion> findByProjectIdAndPhaseAndCode(long projectId, Phase phase, String code);

    void delete(GateCriterion criterion);
}
