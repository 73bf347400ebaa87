package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.SurveyDetail;
import io.throughline.aftersales.survey.SurveyNumber;
import io.throughline.aftersales.survey.SurveyQueries;
import io.throughline.aftersales.survey.SurveySendings;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is asked by hand: contacts are chosen, then it is said who will get a mail and who will not and why, then it goes. */
@Controller
@RequestMapping("/surveys/{number}/sending")
@RequiredArgsConstructor
class SurveySendingController {

    private static final int LONGEST = 80;

    private final SurveySendings sendings;
    private final SurveyQueries queries;
    private final Words words;

    @GetMapping
    String choose(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "filter.tier", defaultValue = "") String tier,
            Model model) {
        return choices(viewer, byHand(viewer, number), q, tier, model);
    }

    @PostMapping
    String send(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(name = "contact", defaultValue = "") List<Long> contacts,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes redirect) {
        var survey = byHand(viewer, number);
        try {
            if (sure) {
                int asked = sendings.send(viewer, survey.number(), contacts);
                Toast.done("aftersales.survey.sentTo", asked).after(redirect);
                return "redirect:/surveys/" + survey.number();
            }
            var chosen = sendings.preview(viewer, contacts);
            model.addAttribute("survey", survey);
            model.addAttribute(
                    "asked",
                    chosen.stream().filter(one -> one.leftOut() == null).toList());
            model.addAttribute(
                    "leftOut",
                    chosen.stream().filter(one -> one.leftOut() != null).toList());
            return "aftersales/survey/preview";
        } catch (RuleViolation violation) {
            model.addAttribute("wrong", words.text(violation.key(), violation.args()));
            return choices(viewer, survey, "", "", model);
        }
    }

    private SurveyDetail byHand(Viewer viewer, String number) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        if (!survey.isSentByHand() || !survey.isOpen()) {
            throw new NotFound("sending of survey", number);
        }
        return survey;
    }

    private String choices(Viewer viewer, SurveyDetail survey, String typed, String tier, Model model) {
        var known = Arrays.stream(CustomerTier.values())
                .map(Enum::name)
                .filter(tier::equals)
                .findFirst()
                .orElse(null);
        model.addAttribute("survey", survey);
        model.addAttribute("tiers", words.options(CustomerTier.values()));
        model.addAttribute(
                "contacts", sendings.choices(viewer, typed.substring(0, Math.min(typed.length(), LONGEST)), known));
        return "aftersales/survey/sending";
    }
}
