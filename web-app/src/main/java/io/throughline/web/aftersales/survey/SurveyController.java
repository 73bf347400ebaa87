package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.RateTicket;
import io.throughline.aftersales.survey.RatingQueries;
import io.throughline.aftersales.survey.Ratings;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The survey behind a personal link: one page, no sign-in, not for search engines, and the link is told to nobody. */
@Controller
@RequiredArgsConstructor
class SurveyController {

    private final Ratings ratings;
    private final RatingQueries queries;

    @GetMapping("/s/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean done,
            HttpServletResponse response,
            Model model) {
        discreet(response);
        var sheet = queries.byLink(token);
        var given = sheet.given();
        model.addAttribute(
                "form",
                new RateTicket(
                        given == null ? null : given.rating(),
                        given == null ? null : given.solved(),
                        given == null ? null : given.comment()));
        model.addAttribute("sheet", sheet);
        model.addAttribute("token", token);
        model.addAttribute("done", done && given != null);
        return "aftersales/survey/answer";
    }

    @PostMapping("/s/{token}")
    String answer(
            @PathVariable String token,
            @Valid @ModelAttribute("form") RateTicket form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        discreet(response);
        if (errors.hasErrors()) {
            model.addAttribute("sheet", queries.byLink(token));
            model.addAttribute("token", token);
            model.addAttribute("done", false);
            return "aftersales/survey/answer";
        }
        ratings.rateByLink(token, form);
        return "redirect:/s/" + token + "?done=true";
    }

    private static void discreet(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
