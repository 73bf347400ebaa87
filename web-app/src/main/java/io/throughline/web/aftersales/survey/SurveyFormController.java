package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.SaveSurvey;
import io.throughline.aftersales.survey.SurveyDetail;
import io.throughline.aftersales.survey.SurveyKind;
import io.throughline.aftersales.survey.SurveyNumber;
import io.throughline.aftersales.survey.SurveyOccasion;
import io.throughline.aftersales.survey.SurveyQueries;
import io.throughline.aftersales.survey.Surveys;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a survey: its questions in both languages and by which rules it is sent. */
@Controller
@RequestMapping("/surveys")
@RequiredArgsConstructor
class SurveyFormController {

    private static final String FORM = "aftersales/survey/form";

    private final Surveys surveys;
    private final SurveyQueries queries;
    private final FormMerge merge;
    private final Words words;

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("form", SaveSurvey.blank());
        return page(null, model);
    }

    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") SaveSurvey form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var number = surveys.create(viewer, form);
            Toast.done("aftersales.survey.saved", number.toString()).after(redirect);
            return "redirect:/surveys/" + number;
        });
        return next.orElseGet(() -> page(null, model));
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable String number, Model model) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        model.addAttribute("form", form(survey));
        return page(survey, model);
    }

    @PostMapping("/{number}")
    String change(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") SaveSurvey form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        var edit = new FormEdit<SaveSurvey>(
                "aftersales.survey",
                survey.id().value(),
                List.of(),
                () -> FormEdit.Filled.of(form(queries.require(viewer, survey.number()))),
                whole -> surveys.change(viewer, survey.number(), whole.version(), whole));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.survey.saved", survey.number().toString()).after(redirect);
            return "redirect:/surveys/" + survey.number();
        }
        return page(survey, model);
    }

    @PostMapping("/{number}/opening")
    String open(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        var wanted = SurveyNumber.parse(number);
        surveys.open(viewer, wanted);
        Toast.done("aftersales.survey.opened", wanted.toString()).after(redirect);
        return "redirect:/surveys/" + wanted;
    }

    @PostMapping("/{number}/closing")
    String close(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        var wanted = SurveyNumber.parse(number);
        surveys.close(viewer, wanted);
        Toast.done("aftersales.survey.closed", wanted.toString()).after(redirect);
        return "redirect:/surveys/" + wanted;
    }

    @PostMapping("/{number}/removal")
    String delete(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        var wanted = SurveyNumber.parse(number);
        surveys.delete(viewer, wanted);
        Toast.done("aftersales.survey.deleted", wanted.toString()).after(redirect);
        return "redirect:/surveys";
    }

    private String page(@Nullable SurveyDetail survey, Model model) {
        boolean ofResolutions = survey != null && survey.isOfResolutions();
        model.addAttribute("survey", survey);
        model.addAttribute("fixed", survey != null && (!survey.isDraft() || ofResolutions));
        model.addAttribute("kinds", words.options(SurveyKind.values()));
        model.addAttribute(
                "occasions",
                words.options(Arrays.stream(SurveyOccasion.values())
                        .filter(occasion -> (occasion == SurveyOccasion.TICKET_RESOLVED) == ofResolutions)
                        .toList()));
        return FORM;
    }

    static SaveSurvey form(SurveyDetail survey) {
        var yesNo = survey.yesNo();
        var comment = survey.comment();
        return new SaveSurvey(
                survey.kind(),
                survey.occasion(),
                survey.title().zh(),
                survey.title().en(),
                survey.score().zh(),
                survey.score().en(),
                yesNo == null ? null : yesNo.zh(),
                yesNo == null ? null : yesNo.en(),
                comment == null ? null : comment.zh(),
                comment == null ? null : comment.en(),
                survey.anonymous(),
                survey.waitHours(),
                survey.reminders(),
                survey.reminderDays(),
                survey.answerDays(),
                survey.followUpDays(),
                survey.version());
    }
}
