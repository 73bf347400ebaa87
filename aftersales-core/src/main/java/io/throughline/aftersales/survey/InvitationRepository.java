package io.throughline.aftersales.survey;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation saveAndFlush(Invitation invitation);

    /** Nobody else answers it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findById(long id);

    /** Nobody else answers it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findFirstBySubjectTypeAndSubjectIdAndSurveyIdOrderByOccasionDesc(
            String subjectType, long subjectId, long surveyId);

    boolean existsBySubjectTypeAndSubjectIdAndSurveyIdAndOccasion(
            String subjectType, long subjectId, long surveyId, int occasion);
}
