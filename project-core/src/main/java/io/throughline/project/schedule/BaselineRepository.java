package io.throughline.project.schedule;

import org.springframework.data.repository.Repository;

interface BaselineRepository extends Repository<Baseline, Long> {

    Baseline saveAndFlush(Baseline baseline);

    int countByProjectId(long projectId);
}
