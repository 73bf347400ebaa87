package io.throughline.aftersales.survey;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation saveAndFlush(Invitation invitation);

    /** Nobody else answers it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findByTokenHash(String hash);

    /** Nobody else answers it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findFirstBySubjectTypeAndSubjectIdAndKindOrderByOccasionDesc(
            String subjectType, long subjectId, SurveyKind kind);

    boolean existsBySubjectTypeAndSubjectIdAndKindAndOccasion(
            String subjectType, long subjectId, SurveyKind kind, int occasion);
}
