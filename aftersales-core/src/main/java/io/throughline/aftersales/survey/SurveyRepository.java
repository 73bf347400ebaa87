package io.throughline.aftersales.survey;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SurveyRepository extends Repository<Survey, Long> {

    Survey saveAndFlush(Survey survey);

    void delete(Survey survey);

    void flush();

    Optional<Survey> findByNumber(int number);

    Optional<Survey> findById(long id);

    List<Survey> findByOccasion(SurveyOccasion occasion);

    List<Survey> findByOccasionAndStateOrderByNumber(SurveyOccasion occasion, SurveyState state);
}
