package io.throughline.aftersales.sla;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SlaPolicyRepository extends Repository<SlaPolicy, Long> {

    SlaPolicy saveAndFlush(SlaPolicy policy);

    Optional<SlaPolicy> findById(long id);
}
