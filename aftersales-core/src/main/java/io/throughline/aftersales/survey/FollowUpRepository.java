package io.throughline.aftersales.survey;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface FollowUpRepository extends Repository<FollowUp, Long> {

    FollowUp saveAndFlush(FollowUp followUp);

    boolean existsByResponseId(long responseId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<FollowUp> findById(long id);
}
