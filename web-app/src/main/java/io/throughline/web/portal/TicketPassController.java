package io.throughline.web.portal;

import io.throughline.aftersales.survey.AnswerSurvey;
import io.throughline.aftersales.survey.RatingQueries;
import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.PortalTicketQueries;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketPasses;
import io.throughline.aftersales.ticket.TicketPasses.Opened;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.web.aftersales.ticket.TicketWords;
import io.throughline.web.aftersales.ticket.Uploads;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * One ticket behind the personal link in a mail, without signing in: read, answer, add a file, confirm, object, rate. Reading
 * changes nothing; the page is not for search engines and tells its address to nobody.
 */
@Controller
@RequestMapping("/t/{token}")
@RequiredArgsConstructor
class TicketPassController {

    private static final String PAGE = "portal/ticket/pass";

    private final TicketPasses passes;
    private final PortalTickets tickets;
    private final PortalTicketQueries queries;
    private final Ratings ratings;
    private final RatingQueries ratingQueries;
    private final TicketWords ticketWords;
    private final Words words;

    @Limited(Limit.LINK)
    @GetMapping
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        discreet(response);
        return page(passes.open(token), token, model);
    }

    @Limited(Limit.LINK)
    @PostMapping("/messages")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            HttpServletResponse response,
            Model model) {
        return act(token, body, response, model, opened -> {
            var answered = tickets.answer(opened.viewer(), opened.number(), body, Uploads.of(uploads));
            return answered.fresh() ? passes.forFollowUp(opened, answered.id()) : "/t/" + token;
        });
    }

    @Limited(Limit.LINK)
    @PostMapping("/closure")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        return act(token, "", response, model, opened -> {
            tickets.confirm(opened.viewer(), opened.number());
            return "/t/" + token;
        });
    }

    @Limited(Limit.LINK)
    @PostMapping("/objection")
    String object(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String body,
            HttpServletResponse response,
            Model model) {
        return act(token, "", response, model, opened -> {
            var answered = tickets.refuse(opened.viewer(), opened.number(), body);
            return answered.fresh() ? passes.forFollowUp(opened, answered.id()) : "/t/" + token;
        });
    }

    @Limited(Limit.LINK)
    @PostMapping("/rating")
    String rate(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable Integer rating,
            @RequestParam(required = false) @Nullable String comment,
            HttpServletResponse response,
            Model model) {
        return act(token, "", response, model, opened -> {
            ratings.rate(opened.viewer(), opened.number(), new AnswerSurvey(rating, null, comment));
            return "/t/" + token;
        });
    }

    /** Does it in the requester's name; what may not be done is said on the page, and nothing typed is lost. */
    private String act(
            String token, String typed, HttpServletResponse response, Model model, Function<Opened, String> deed) {
        discreet(response);
        var opened = passes.open(token);
        try {
            return "redirect:" + deed.apply(opened);
        } catch (RuleViolation violation) {
            model.addAttribute("typed", typed);
            model.addAttribute("wrong", words.text(violation.key(), violation.args()));
            return page(opened, token, model);
        }
    }

    private String page(Opened opened, String token, Model model) {
        var ticket = queries.detail(opened.viewer(), opened.number());
        model.addAttribute("token", token);
        model.addAttribute("ticket", ticket);
        model.addAttribute("lines", ticketWords.lines(ticket.entries(), false));
        model.addAttribute("ratings", ratingQueries.ofTicket(opened.viewer(), ticket.id()));
        model.addAttribute(
                "mayRate",
                (ticket.isResolved() || ticket.isClosed())
                        && ratingQueries.isOpen(opened.viewer(), ticket.id(), ticket.resolutionNo()));
        return PAGE;
    }

    private static void discreet(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
