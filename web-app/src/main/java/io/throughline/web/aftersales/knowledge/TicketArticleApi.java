package io.throughline.web.aftersales.knowledge;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleUses;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The articles on a ticket, for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/articles")
@RequiredArgsConstructor
class TicketArticleApi {

    private final ArticleUses uses;
    private final TicketDetailQueries tickets;

    /** @param solved whether it solved the ticket */
    record Used(String article, String title, boolean solved, Instant at) {}

    @GetMapping
    List<Used> list(Viewer viewer, @PathVariable String number) {
        return uses.of(viewer, tickets.detail(viewer, number).id()).stream()
                .map(one -> new Used(one.number().toString(), one.title(), one.solved(), one.at()))
                .toList();
    }

    @PutMapping("/{article}")
    List<Used> use(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable String article,
            @RequestParam(defaultValue = "false") boolean solved) {
        uses.solved(viewer, number, ArticleNumber.parse(article), solved);
        return list(viewer, number);
    }

    @DeleteMapping("/{article}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable String number, @PathVariable String article) {
        uses.remove(viewer, number, ArticleNumber.parse(article));
    }
}
