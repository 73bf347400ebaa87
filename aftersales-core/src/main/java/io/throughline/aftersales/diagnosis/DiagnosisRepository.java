package io.throughline.aftersales.diagnosis;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DiagnosisRepository extends Repository<Diagnosis, Long> {

    Diagnosis saveAndFlush(Diagnosis diagnosis);

    Optional<Diagnosis> findByTicketId(long ticketId);
}
