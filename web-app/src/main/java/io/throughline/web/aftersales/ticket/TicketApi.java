package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.sla.TicketClockQueries;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketRow;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tickets for programs: the same commands, filters and scopes as the pages. */
@RestController
@RequestMapping("/api/v1/tickets")
@RequiredArgsConstructor
class TicketApi {

    private final Tickets tickets;
    private final TicketConversation conversation;
    private final TicketQueries queries;
    private final TicketDetailQueries details;
    private final TicketClockQueries clocks;
    private final CustomerQueries customers;
    private final InstalledProductQueries products;
    private final TicketAddress address;
    private final MergePatch patches;
    private final HoldTimes holdTimes;
    private final FieldMerge merge;

    @GetMapping
    ResponseEntity<List<TicketJson>> list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = address.filter(viewer, query, TicketView.ALL);
        var page = queries.rows(viewer, filter, PageRequest.of(query.get("after"), query.get("before"), size));
        var standing =
                clocks.briefs(viewer, page.rows().stream().map(TicketRow::id).toList());
        var rows = page.rows().stream()
                .map(row -> TicketJson.of(row, standing.getOrDefault(row.id(), List.of())))
                .toList();
        return Pages.of(new Page<>(rows, page.next(), page.previous()));
    }

    @Limited(Limit.TICKET)
    @PostMapping
    ResponseEntity<TicketJson> open(Viewer viewer, @Valid @RequestBody NewTicket body) {
        var opened = tickets.open(viewer, command(viewer, body));
        var ticket = details.detail(viewer, opened.number());
        return Versions.created("/api/v1/tickets/" + opened.number(), json(viewer, ticket), ticket.version());
    }

    @GetMapping("/{number}")
    ResponseEntity<TicketJson> show(Viewer viewer, @PathVariable String number) {
        var ticket = details.detail(viewer, number);
        return Versions.tagged(json(viewer, ticket), ticket.version());
    }

    @PatchMapping("/{number}")
    ResponseEntity<TicketJson> change(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(ifMatch);
        merge.edit(
                viewer,
                seen,
                TicketProperties.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "aftersales.ticket",
                        () -> details.detail(viewer, number),
                        ticket -> ticket.id().value(),
                        TicketDetail::version,
                        ticket -> tickets.edit(
                                viewer,
                                number,
                                patches.apply(TicketProperties.of(ticket), patch)
                                        .toCommand(ticket.version()))));
        var ticket = details.detail(viewer, number);
        return Versions.tagged(json(viewer, ticket), ticket.version());
    }

    @GetMapping("/{number}/messages")
    List<MessageJson> messages(Viewer viewer, @PathVariable String number) {
        var ticket = details.detail(viewer, number);
        return details.timeline(viewer, ticket, true).stream()
                .filter(entry -> entry.isMessage())
                .map(MessageJson::of)
                .toList();
    }

    @PostMapping("/{number}/messages")
    ResponseEntity<SentMessage> say(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody NewMessage message) {
        var id = conversation.add(viewer, number, message.toCommand(holdTimes.sent(message.holdUntil())), Channel.API);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + number + "/messages"))
                .body(SentMessage.of(id, message));
    }

    private TicketJson json(Viewer viewer, TicketDetail ticket) {
        var id = ticket.id().value();
        return TicketJson.of(ticket, clocks.briefs(viewer, List.of(id)).getOrDefault(id, List.of()));
    }

    private OpenTicket command(Viewer viewer, NewTicket body) {
        var customer = body.customer() == null || body.customer().isBlank() ? null : customer(viewer, body.customer());
        return OpenTicket.of(body.kind(), body.subject(), body.body())
                .over(Channel.API)
                .askedBy(customer, body.contact())
                .ranked(body.priority())
                .about(
                        body.installedProduct() == null
                                        || body.installedProduct().isBlank()
                                ? null
                                : products.chosen(viewer, body.installedProduct())
                                        .value())
                .inHands(body.team(), null)
                .tagged(body.tags() == null ? Set.of() : body.tags());
    }

    private long customer(Viewer viewer, String number) {
        try {
            return customers.require(viewer, number).value();
        } catch (NotFound missing) {
            throw new RuleViolation("aftersales.ticket.unknownCustomer").at("customer");
        }
    }

    /**
     * @param customer number of the customer, for example {@code C-00012}
     * @param contact id of the contact who asks
     * @param installedProduct code or serial number of the product it is about
     * @param team id of the team that gets it
     */
    record NewTicket(
            @NotNull TicketKind kind,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 65536) String body,
            @Nullable String customer,
            @Nullable Long contact,
            @Nullable @Size(max = 80) String installedProduct,
            @Nullable Priority priority,
            @Nullable Long team,
            @Nullable Set<@Size(max = 40) String> tags) {}

    /**
     * @param status to send the message as, for example {@code WAITING_CUSTOMER}; null leaves it
     * @param holdUntil needed with {@code ON_HOLD}: an instant, or a day, its first minute in the company's zone
     * @param to addresses a public message is mailed to; null for the one who asked
     * @param cc addresses that get a copy; null for everybody else who takes part by mail
     */
    record NewMessage(
            @NotBlank @Size(max = 65536) String body,
            @NotNull Visibility visibility,
            @Nullable @Size(max = 40) String status,
            @Nullable @Size(max = 500) String holdReason,
            @Nullable @Size(max = 40) String holdUntil,
            @Nullable @Size(max = 20) List<@Size(max = 254) String> to,
            @Nullable @Size(max = 20) List<@Size(max = 254) String> cc) {

        AddMessage toCommand(@Nullable Instant until) {
            return new AddMessage(body, visibility, status, holdReason, until, null, null, joined(to), joined(cc));
        }

        private static @Nullable String joined(@Nullable List<String> addresses) {
            return addresses == null ? null : String.join(", ", addresses);
        }
    }

    record SentMessage(long id, Visibility visibility, String body) {

        static SentMessage of(MessageId id, NewMessage message) {
            return new SentMessage(id.value(), message.visibility(), message.body());
        }
    }
}
