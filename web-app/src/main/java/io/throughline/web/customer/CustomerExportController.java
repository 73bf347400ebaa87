package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerRow;
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

/** The list of customers as a file, filtered and ordered like its page. */
@Controller
@RequiredArgsConstructor
class CustomerExportController {

    private final CustomerListQueries queries;
    private final Words words;
    private final Exports exports;

    @Limited(Limit.EXPORT)
    @GetMapping({"/customers.csv", "/customers.xlsx"})
    void export(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = CustomerAddress.filter(viewer, query, CustomerListController.home(viewer));
        exports.send(
                viewer,
                new Table<>(
                        words.text("foundation.customer.title"),
                        columns(),
                        stretch -> queries.rows(viewer, filter, stretch)),
                request,
                response);
    }

    private List<Column<CustomerRow>> columns() {
        return List.of(
                new Column<>(words.text("foundation.customer.number"), CustomerRow::number),
                new Column<>(words.text("foundation.customer.shortName"), CustomerRow::shortName),
                new Column<>(words.text("foundation.customer.name"), CustomerRow::name),
                new Column<>(words.text("foundation.customer.tier"), row -> words.of(row.tier())),
                new Column<>(words.text("foundation.customer.accountExecutiveId"), CustomerRow::accountExecutive),
                new Column<>(words.text("foundation.customer.industry"), CustomerRow::industry),
                new Column<>(words.text("foundation.customer.changedAt"), CustomerRow::changedAt));
    }
}
