package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleUses;
import io.throughline.aftersales.knowledge.KnowledgeShelf;
import io.throughline.aftersales.knowledge.UsedArticle;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The articles beside a ticket: those used on it, and those that may answer it. */
@Controller
@RequestMapping("/tickets/{number}/articles")
class TicketArticleController {

    private static final int OFFERED = 5;
    private static final int FOUND = 10;

    private final ArticleUses uses;
    private final KnowledgeShelf shelf;
    private final TicketDetailQueries tickets;
    private final String baseUrl;

    TicketArticleController(
            ArticleUses uses,
            KnowledgeShelf shelf,
            TicketDetailQueries tickets,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.uses = uses;
        this.shelf = shelf;
        this.tickets = tickets;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "") String q, Model model) {
        var ticket = tickets.detail(viewer, number);
        var used = uses.of(viewer, ticket.id());
        var there = used.stream().map(UsedArticle::number).collect(Collectors.toSet());
        var offers = q.isBlank()
                ? shelf.offer(viewer, ticket.subject() + "\n" + tickets.question(viewer, ticket), OFFERED)
                : shelf.find(viewer, q, FOUND);
        model.addAttribute("ticket", ticket);
        model.addAttribute("used", used);
        model.addAttribute("asked", q);
        model.addAttribute(
                "offers",
                offers.stream().filter(one -> !there.contains(one.number())).toList());
        model.addAttribute("base", baseUrl);
        return "aftersales/knowledge/ticket";
    }

    @PostMapping
    String add(Viewer viewer, @PathVariable String number, @RequestParam String article, RedirectAttributes redirect) {
        var at = ArticleNumber.parse(article);
        uses.add(viewer, number, at);
        Toast.done("aftersales.knowledge.used", at.toString())
                .undo("/tickets/" + number + "/articles/" + at + "/removal")
                .after(redirect);
        return "redirect:/tickets/" + number;
    }

    @PostMapping("/{article}/removal")
    String remove(
            Viewer viewer, @PathVariable String number, @PathVariable String article, RedirectAttributes redirect) {
        var at = ArticleNumber.parse(article);
        uses.remove(viewer, number, at);
        Toast.done("aftersales.knowledge.unused", at.toString()).after(redirect);
        return "redirect:/tickets/" + number;
    }

    @PostMapping("/{article}/solution")
    String solved(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable String article,
            @RequestParam boolean solved,
            RedirectAttributes redirect) {
        var at = ArticleNumber.parse(article);
        uses.solved(viewer, number, at, solved);
        Toast.done(solved ? "aftersales.knowledge.solvedIt" : "aftersales.knowledge.solvedNot", at.toString())
                .after(redirect);
        return "redirect:/tickets/" + number;
    }
}
