package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.AnswerSurvey;
import io.throughline.aftersales.survey.SurveyLinks;
import io.throughline.aftersales.survey.SurveySheet;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The survey behind a personal link: one page, no sign-in, not for search engines, and the link is told to nobody. Reading it
 * records nothing, since programs that check mails open every link in them.
 */
@Controller
@RequestMapping("/s/{token}")
@RequiredArgsConstructor
class SurveySheetController {

    private static final String PAGE = "aftersales/survey/answer";

    private final SurveyLinks links;

    /** @param score ticked beforehand, from the mail; nothing more */
    @Limited(Limit.LINK)
    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable String score,
            HttpServletResponse response,
            Model model) {
        discreet(response);
        var sheet = links.sheet(token);
        var given = sheet.given();
        model.addAttribute("form", given == null ? new AnswerSurvey(ticked(sheet, score), null, null) : given);
        return page(sheet, token, done && sheet.answered() || sheet.isDone(), model);
    }

    @Limited(Limit.LINK)
    @PostMapping
    String answer(
            @PathVariable String token,
            @Valid @ModelAttribute("form") AnswerSurvey form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        discreet(response);
        var next = FormErrors.tried(errors, () -> {
            links.answer(token, form);
            return "redirect:/s/" + token + "?done=true";
        });
        return next.orElseGet(() -> page(links.sheet(token), token, false, model));
    }

    @Limited(Limit.LINK)
    @GetMapping("/opt-out")
    String askOptOut(@PathVariable String token, HttpServletResponse response, Model model) {
        discreet(response);
        model.addAttribute("out", links.isOptedOut(token));
        model.addAttribute("token", token);
        return "aftersales/survey/opt-out";
    }

    @Limited(Limit.LINK)
    @PostMapping("/opt-out")
    String optOut(@PathVariable String token, @RequestParam(defaultValue = "true") boolean out) {
        links.optOut(token, out);
        return "redirect:/s/" + token + "/opt-out";
    }

    private static String page(SurveySheet sheet, String token, boolean done, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("token", token);
        model.addAttribute("done", done);
        model.addAttribute(
                "scale",
                IntStream.rangeClosed(sheet.kind().lowest(), sheet.kind().highest())
                        .boxed()
                        .toList());
        return PAGE;
    }

    private static @Nullable Integer ticked(SurveySheet sheet, @Nullable String score) {
        if (score == null || !score.matches("\\d{1,2}")) {
            return null;
        }
        int wanted = Integer.parseInt(score);
        return sheet.kind().covers(wanted) ? wanted : null;
    }

    private static void discreet(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
