package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.mail.MailCircles;
import io.throughline.aftersales.sla.TicketClockQueries;
import io.throughline.aftersales.survey.RatingQueries;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a ticket and the inbox's pane show of it, in as many statements however long it is. */
@Component
@RequiredArgsConstructor
class TicketPage {

    private static final Role[] PRODUCT_READERS = {
        Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER, Role.ACCOUNT_EXECUTIVE
    };

    private final TicketDetailQueries queries;
    private final TicketStatuses statuses;
    private final TicketWords words;
    private final RatingQueries ratings;
    private final TicketClockQueries clocks;
    private final ReplyTemplateQueries templates;
    private final MailCircles circles;
    private final InstalledProductQueries products;
    private final Clock clock;

    TicketDetail fill(Viewer viewer, String number, boolean all, Model model) {
        var ticket = queries.detail(viewer, number);
        var entries = queries.timeline(viewer, ticket, all);
        OpenedRecord.is(TicketSubject.of(ticket.id()));
        model.addAttribute("ticket", ticket);
        model.addAttribute("lines", words.lines(entries, true));
        model.addAttribute("cut", !all && entries.size() >= 100);
        model.addAttribute("now", clock.instant());
        model.addAttribute("draftReply", ticket.draftReply());
        model.addAttribute("draftNote", ticket.draftNote());
        var ready = templates.choices(viewer);
        model.addAttribute("replyTemplates", ready.templates());
        model.addAttribute("macros", ready.macros());
        model.addAttribute("circle", ticket.isClosed() ? null : circles.of(viewer, ticket.id()));
        model.addAttribute("holdPresets", words.holdPresets());
        model.addAttribute("sendAs", words.options(next(ticket)));
        model.addAttribute("mayAssign", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER));
        model.addAttribute(
                "mayTake",
                viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.TRAINER)
                        && ticket.isLive()
                        && ticket.assigneeId() == null);
        return ticket;
    }

    /** Behind what was begun, the words of a message of the timeline shown; nothing is kept until somebody sends. */
    void quote(long message, Model model) {
        var lines = (List<?>) Objects.requireNonNull(model.getAttribute("lines"));
        lines.stream()
                .map(line -> ((TicketLine) line).entry())
                .filter(entry -> entry.isMessage() && entry.id() == message)
                .findFirst()
                .ifPresent(entry -> {
                    var begun = String.valueOf(model.getAttribute("draftReply"));
                    var words = String.valueOf(entry.body()).strip().replaceAll("(?m)^", "> ");
                    model.addAttribute("draftReply", (begun.isBlank() ? "" : begun.strip() + "\n\n") + words + "\n\n");
                });
    }

    /** All clocks with their strips, on a page of their own. */
    void fillClocks(Viewer viewer, String number, Model model) {
        var ticket = queries.detail(viewer, number);
        model.addAttribute("ticket", ticket);
        model.addAttribute(
                "clocks",
                clocks.of(viewer, ticket).stream()
                        .map(one -> ClockStrip.of(one, ticket))
                        .toList());
    }

    /** The side panel of the full page. */
    void fillPanel(Viewer viewer, TicketDetail ticket, Model model) {
        model.addAttribute(
                "clocks",
                clocks.briefs(viewer, List.of(ticket.id().value()))
                        .getOrDefault(ticket.id().value(), List.of()));
        model.addAttribute(
                "mayWorkAround",
                ticket.isLive()
                        && ticket.kind() == TicketKind.DIAGNOSIS
                        && viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN));
        fillProduct(viewer, ticket, model);
        model.addAttribute("ties", queries.links(viewer, ticket.id()));
        model.addAttribute("ratings", ticket.resolvedAt() == null ? List.of() : ratings.ofTicket(viewer, ticket.id()));
        model.addAttribute("watching", ticket.watched());
        model.addAttribute("mayUseArticles", viewer.hasAny(Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER));
        if (ticket.isClosed() || !viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER)) {
            return;
        }
        var hands = queries.hands(viewer);
        model.addAttribute("teams", options(viewer, hands.teams()));
        model.addAttribute("colleagues", options(viewer, hands.people()));
    }

    /** What it is about, or where nobody has said so yet, what it may be about. */
    private void fillProduct(Viewer viewer, TicketDetail ticket, Model model) {
        var known = ticket.installedProductId();
        var customer = ticket.customerId();
        model.addAttribute("product", known == null ? null : products.ofTicket(viewer, known));
        model.addAttribute(
                "productChoices",
                known != null || customer == null || ticket.isClosed()
                        ? List.of()
                        : products.suggestions(viewer, customer, said(ticket, model)));
        model.addAttribute("mayOpenProduct", viewer.hasAny(PRODUCT_READERS));
    }

    /** Subject and all that stands in the timeline shown. */
    private static String said(TicketDetail ticket, Model model) {
        var said = new StringBuilder(ticket.subject());
        var lines = (List<?>) Objects.requireNonNull(model.getAttribute("lines"));
        lines.stream()
                .map(line -> ((TicketLine) line).entry())
                .filter(entry -> entry.isMessage() && entry.body() != null)
                .forEach(entry -> said.append('\n').append(entry.body()));
        return said.toString();
    }

    static List<Option> options(Viewer viewer, List<TicketDetailQueries.Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(String.valueOf(choice.id()), choice.name(viewer.locale())))
                .toList();
    }

    /** Statuses the ticket can be sent to from where it is, in their order. */
    private List<TicketStatus> next(TicketDetail ticket) {
        return statuses.all().stream()
                .filter(to -> to.leadsFrom(ticket.status()))
                .filter(to -> !to.code().equals(TicketStatus.MERGED))
                .toList();
    }
}
