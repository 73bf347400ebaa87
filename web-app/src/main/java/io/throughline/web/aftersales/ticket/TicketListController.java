package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The inbox of tickets: queues with counts, a list, and the chosen conversation beside it; and the same as a board. */
@Controller
@RequiredArgsConstructor
class TicketListController {

    private static final int CARDS = 12;

    private final TicketQueries queries;
    private final TicketDetailQueries details;
    private final TicketStatuses statuses;
    private final TicketAddress address;
    private final TicketPage page;
    private final ViewLinks views;
    private final TicketWords ticketWords;
    private final Words words;
    private final Clock clock;

    @GetMapping("/tickets")
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String peek,
            Model model) {
        var filter = address.filter(viewer, query, TicketAddress.home(viewer));
        model.addAttribute(
                "page", queries.rows(viewer, filter, PageRequest.of(query.get("after"), query.get("before"), size)));
        model.addAttribute("place", place());
        model.addAttribute("filtered", query.keySet().stream().anyMatch(TicketListController::narrows));
        model.addAttribute("sharings", words.options(Sharing.values()));
        model.addAttribute("mayBulk", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER));
        model.addAttribute("query", listed(query));
        savedViews(viewer, query, model);
        surroundings(viewer, filter, model);
        if (peek != null && !peek.isBlank()) {
            page.fill(viewer, peek, false, model);
        }
        return "aftersales/ticket/list";
    }

    @GetMapping("/tickets/board")
    String board(Viewer viewer, @RequestParam Map<String, String> query, Model model) {
        var filter = address.filter(viewer, query, TicketView.OPEN);
        var current = filter.view().isLive() ? filter : TicketFilter.of(TicketView.OPEN);
        model.addAttribute("cards", queries.board(viewer, current, CARDS));
        model.addAttribute("most", CARDS);
        model.addAttribute(
                "columns",
                statuses.all().stream()
                        .filter(status -> status.category().isLive())
                        .sorted(Comparator.comparing(status -> status.category()))
                        .toList());
        surroundings(viewer, current, model);
        return "aftersales/ticket/board";
    }

    /** The saved views beside the list, and whether the one it is opened by still lists the same. */
    private void savedViews(Viewer viewer, Map<String, String> query, Model model) {
        var saved = views.plain(viewer);
        var shown = query.getOrDefault("saved", "");
        var here = ViewLinks.canonical(query);
        model.addAttribute("savedViews", saved);
        model.addAttribute("listQuery", here);
        saved.stream()
                .filter(link -> String.valueOf(link.view().id()).equals(shown))
                .findFirst()
                .ifPresent(link -> {
                    model.addAttribute("saved", link.view().id());
                    model.addAttribute("savedView", link.view());
                    model.addAttribute("modified", !link.view().query().equals(here));
                });
    }

    /** What of the address says which tickets are listed, in which order. */
    private static Map<String, String> listed(Map<String, String> query) {
        var listed = new TreeMap<String, String>();
        query.forEach((name, value) -> {
            if (narrows(name) || name.equals("view") || name.equals("sort")) {
                listed.put(name, value);
            }
        });
        return listed;
    }

    private static boolean narrows(String parameter) {
        return parameter.startsWith("filter.") || parameter.equals("q");
    }

    /** This address up to the number of the ticket to be shown beside the list; the list stays where it is. */
    private static String place() {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("peek")
                .build()
                .toUriString();
        return address + (address.contains("?") ? "&" : "?") + "peek=";
    }

    private void surroundings(Viewer viewer, TicketFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("views", TicketView.values());
        model.addAttribute(
                "mayProblems", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER));
        model.addAttribute("counts", queries.counts(viewer));
        model.addAttribute("now", clock.instant());
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute("channels", words.options(Channel.values()));
        model.addAttribute("statuses", ticketWords.options(statuses.all()));
        model.addAttribute(
                "colleagues",
                details.hands(viewer).people().stream()
                        .map(person -> new Option(String.valueOf(person.id()), person.nameZh()))
                        .toList());
        model.addAttribute("sorts", List.of("due", "priority", "-updated", "-created", "created"));
    }
}
