package io.throughline.project.scope;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DeliverableRepository extends Repository<Deliverable, Long> {

    Deliverable saveAndFlush(Deliverable deliverable);

    List<Deliverable> saveAllAndFlush(Iterable<Deliverable> deliverables);

    Optional<Deliverable> findByProjectIdAndNumber(long projectId, int number);
}
