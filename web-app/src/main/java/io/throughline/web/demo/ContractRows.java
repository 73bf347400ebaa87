package io.throughline.web.demo;

import io.throughline.aftersales.contract.ContractState;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Service contracts of the demo company: of customers with products, one long running, one about to end, one over. */
final class ContractRows {

    private static final int YEAR = 365;

    /** For each customer in turn, how many days ago its contract began. */
    private static final List<Integer> BEGAN = List.of(120, 330, 500, 30);

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private final Rows contracts;
    private final Rows products;

    ContractRows(Story story, long first) {
        this.story = story;
        this.first = first;
        this.contracts = Rows.ofRecords(
                story.jdbc,
                "aftersales.service_contract",
                "number, name, customer_id, state, starts_on, ends_on, everything, hours, visits, tickets, notice_days");
        this.products = Rows.of(story.jdbc, "aftersales.service_contract_product", "contract_id, product_id");
    }

    void write() {
        var customers = story.clients.values().stream()
                .filter(client -> !owned(client.id()).isEmpty())
                .toList();
        long number = story.numbers("CT", story.today.getYear(), customers.size());
        for (int i = 0; i < customers.size(); i++) {
            tell(customers.get(i), i, "CT-%04d-%04d".formatted(story.today.getYear(), number + i));
        }
        contracts.write();
        products.write();
    }

    /** Every third names its products, the others cover everything. */
    private void tell(Story.Client client, int place, String number) {
        long id = story.id();
        boolean everything = place % 3 != 2;
        var starts = story.today.minusDays(BEGAN.get(place % BEGAN.size()));
        contracts.record(
                id,
                Instant.from(starts.minusDays(7).atTime(10, 0).atZone(Story.HOME))
                        .truncatedTo(ChronoUnit.SECONDS),
                client.executive().id(),
                number,
                client.chinese() ? "年度维保" : "Annual service",
                client.id(),
                ContractState.ACTIVE,
                Date.valueOf(starts),
                Date.valueOf(starts.plusDays(YEAR - 1L)),
                everything,
                everything ? new BigDecimal("120") : null,
                4,
                everything ? null : 40,
                60);
        if (!everything) {
            owned(client.id()).forEach(product -> products.add(id, product));
        }
    }

    private List<Long> owned(long customer) {
        return story.jdbc.queryForList(
                "select id from aftersales.installed_product where customer_id = ? and state = 'IN_USE' and id between ? and ?"
                        + " order by id",
                Long.class,
                customer,
                first,
                first + Story.IDS - 1);
    }
}
