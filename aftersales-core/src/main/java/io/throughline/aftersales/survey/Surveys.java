package io.throughline.aftersales.survey;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes surveys, starts and ends them. Throws {@link NotFound} for an unknown number and {@link StaleVersion} where the
 * change was made from an older version; null does not ask.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.MANAGER)
public class Surveys {

    private final SurveyRepository surveys;
    private final JdbcClient jdbc;

    /** A draft: nobody is asked before it is opened. */
    public SurveyNumber create(Viewer viewer, @Valid SaveSurvey wanted) {
        var number = new SurveyNumber(jdbc.sql("select nextval('aftersales.survey_number')")
                .query(Integer.class)
                .single());
        surveys.saveAndFlush(new Survey(number, wanted));
        return number;
    }

    /** Kind, occasion and anonymity change in a draft only: {@link RuleViolation} otherwise. */
    public void change(Viewer viewer, SurveyNumber number, @Nullable Integer seen, @Valid SaveSurvey wanted) {
        var survey = require(number);
        survey.requireVersion(seen);
        survey.change(wanted);
        surveys.saveAndFlush(survey);
    }

    /** From now on it is mailed. */
    public void open(Viewer viewer, SurveyNumber number) {
        var survey = require(number);
        survey.open();
        surveys.saveAndFlush(survey);
    }

    /** No further mail, and links work no more; a solved ticket can still be rated in the portal. */
    public void close(Viewer viewer, SurveyNumber number) {
        var survey = require(number);
        survey.close();
        surveys.saveAndFlush(survey);
    }

    /** A draft that nobody was asked by. */
    public void delete(Viewer viewer, SurveyNumber number) {
        var survey = require(number);
        boolean used = jdbc.sql("select exists (select 1 from aftersales.survey_invitation where survey_id = ?)")
                .param(survey.requireId())
                .query(Boolean.class)
                .single();
        if (used || survey.isOfResolutions() || survey.getState() != SurveyState.DRAFT) {
            throw new RuleViolation("aftersales.survey.notDeletable");
        }
        surveys.delete(survey);
        surveys.flush();
    }

    private Survey require(SurveyNumber number) {
        return surveys.findByNumber(number.value()).orElseThrow(() -> new NotFound("survey", number.toString()));
    }
}
