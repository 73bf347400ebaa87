package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketRow;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.export.Exports;
import io.throughline.web.export.Table;
import io.throughline.web.export.Table.Column;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tickets as a file, filtered and ordered like its page. */
@Controller
@RequiredArgsConstructor
class TicketExportController {

    private final TicketQueries queries;
    private final TicketAddress address;
    private final TicketWords ticketWords;
    private final Words words;
    private final Exports exports;

    @Limited(Limit.EXPORT)
    @GetMapping({"/tickets.csv", "/tickets.xlsx"})
    void export(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = address.filter(viewer, query, TicketAddress.home(viewer));
        exports.send(
                viewer,
                new Table<>(
                        words.text("aftersales.ticket.title"),
                        columns(),
                        stretch -> queries.rows(viewer, filter, stretch)),
                request,
                response);
    }

    private List<Column<TicketRow>> columns() {
        return List.of(
                new Column<>(words.text("aftersales.ticket.export.number"), TicketRow::number),
                new Column<>(words.text("aftersales.ticket.subject"), TicketRow::subject),
                new Column<>(words.text("aftersales.ticket.kind"), row -> words.of(row.kind())),
                new Column<>(words.text("aftersales.ticket.status"), row -> ticketWords.status(row.status())),
                new Column<>(words.text("aftersales.ticket.priority"), row -> words.of(row.priority())),
                new Column<>(words.text("aftersales.ticket.export.customerNumber"), TicketRow::customerNumber),
                new Column<>(words.text("aftersales.ticket.customer"), TicketRow::customer),
                new Column<>(words.text("aftersales.ticket.requester"), TicketRow::requester),
                new Column<>(words.text("aftersales.ticket.team"), row -> ticketWords.name(row.teamZh(), row.teamEn())),
                new Column<>(words.text("aftersales.ticket.assignee"), TicketRow::assignee),
                new Column<>(words.text("aftersales.ticket.due"), TicketRow::dueAt),
                new Column<>(words.text("aftersales.ticket.export.opened"), TicketRow::openedAt),
                new Column<>(words.text("aftersales.ticket.updated"), TicketRow::activeAt),
                new Column<>(words.text("aftersales.ticket.tags"), row -> String.join(", ", row.tags())));
    }
}
