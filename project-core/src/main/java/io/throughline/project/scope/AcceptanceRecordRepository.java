package io.throughline.project.scope;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AcceptanceRecordRepository extends Repository<AcceptanceRecord, Long> {

    AcceptanceRecord saveAndFlush(AcceptanceRecord acceptance);

    Optional<AcceptanceRecord> findByDeliverableIdAndRound(long deliverableId, int round);

    void delete(AcceptanceRecord acceptance);
}
