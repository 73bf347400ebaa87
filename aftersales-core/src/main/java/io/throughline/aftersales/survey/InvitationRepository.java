package io.throughline.aftersales.survey;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation saveAndFlush(Invitation invitation);

    Optional<Invitation> findByTokenHash(String hash);

    Optional<Invitation> findFirstBySubjectTypeAndSubjectIdAndKindOrderByOccasionDesc(
            String subjectType, long subjectId, SurveyKind kind);

    boolean existsBySubjectTypeAndSubjectIdAndKindAndOccasion(
            String subjectType, long subjectId, SurveyKind kind, int occasion);
}
