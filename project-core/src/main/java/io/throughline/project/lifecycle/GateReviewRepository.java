package io.throughline.project.lifecycle;

import org.springframework.data.repository.Repository;

interface GateReviewRepository extends Repository<GateReview, Long> {

    GateReview save(GateReview review);

    int countByProjectIdAndPhase(long projectId, Phase phase);
}
