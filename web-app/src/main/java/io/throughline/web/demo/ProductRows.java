package io.throughline.web.demo;

import io.throughline.aftersales.installed.InstalledProductState;
import io.throughline.aftersales.installed.WarrantyRule;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What the accepted deliverables of the demo company became at its customers, and which tickets are about which of it. */
final class ProductRows {

    private static final int WHOLES_WITH_PARTS = 2;

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private final Rows products;

    ProductRows(Story story, long first) {
        this.story = story;
        this.first = first;
        this.products = Rows.ofRecords(
                story.jdbc,
                "aftersales.installed_product",
                "code, serial, serial_key, manufacturer, model, product_version, name_zh, name_en, customer_id, site_id,"
                        + " project_id, deliverable_id, parent_id, replaces_id, state, ended_on, ended_because,"
                        + " accepted_on, went_live_on, shipped_on, installed_on, warranty_rule, warranty_months,"
                        + " warranty_start, warranty_end");
    }

    /** An accepted deliverable, as far as its products need it. */
    private record Delivered(
            long id,
            long project,
            String key,
            boolean closed,
            int number,
            LocalDate accepted,
            long customer,
            Long[] sites) {}

    void write() {
        var told = story.jdbc.query(
                """
                select d.id, d.project_id, p.key, p.status = 'CLOSED' as closed, d.number, d.accepted_on, p.customer_id,
                       array(select s.id from foundation.site s where s.customer_id = p.customer_id order by s.id) as sites
                  from project.deliverable d join project.project p on p.id = d.project_id
                 where d.id between ? and ? and d.accepted_on is not null
                 order by d.id
                """,
                (row, n) -> new Delivered(
                        row.getLong("id"),
                        row.getLong("project_id"),
                        row.getString("key"),
                        row.getBoolean("closed"),
                        row.getInt("number"),
                        row.getObject("accepted_on", LocalDate.class),
                        row.getLong("customer_id"),
                        (Long[]) row.getArray("sites").getArray()),
                first,
                first + Story.IDS - 1);
        told.forEach(this::tell);
        products.write();
        tie();
    }

    private void tell(Delivered delivered) {
        var bank = story.clients.values().stream()
                .filter(client -> client.id() == delivered.customer())
                .findFirst()
                .orElseThrow()
                .bank();
        var wholes = new ArrayList<Long>();
        for (var line : Sheet.lines("products")) {
            if (line[0].equals(bank) && Integer.parseInt(line[1]) == delivered.number()) {
                if (line[2].equals("W")) {
                    wholes.clear();
                    for (int n = 1; n <= Integer.parseInt(line[3]); n++) {
                        wholes.add(one(delivered, line, n, null));
                    }
                } else {
                    for (int n = 1; n <= Math.min(WHOLES_WITH_PARTS, wholes.size()); n++) {
                        one(delivered, line, n, wholes.get(n - 1));
                    }
                }
            }
        }
    }

    /** The second part of a closed project failed a quarter of a year after the acceptance and was replaced. */
    private long one(Delivered delivered, String[] line, int n, @Nullable Long whole) {
        var serial = "%s-%s-%02d".formatted(line[4], delivered.key(), n);
        var exchanged = delivered.accepted().plusDays(91);
        boolean failed = whole != null && n == 2 && delivered.closed() && exchanged.isBefore(story.today);
        long id = story.id();
        row(delivered, line, new Unit(id, serial, n, whole, null, delivered.accepted()), failed ? exchanged : null);
        if (failed) {
            row(delivered, line, new Unit(story.id(), serial + "R", n, whole, id, exchanged), null);
        }
        return id;
    }

    private record Unit(
            long id,
            String serial,
            int n,
            @Nullable Long whole,
            @Nullable Long replaces,
            LocalDate since) {}

    private void row(Delivered delivered, String[] line, Unit unit, @Nullable LocalDate ended) {
        int months = Integer.parseInt(line[10]);
        boolean software = line[4].length() == 3;
        var start = software ? delivered.accepted().plusDays(14) : delivered.accepted();
        products.record(
                unit.id(),
                story.past(unit.since().atTime(LocalTime.of(17, 30))),
                story.person("pm").id(),
                unit.serial(),
                unit.serial(),
                unit.serial().replace("-", ""),
                line[5],
                line[6],
                line[7],
                line[8],
                line[9],
                delivered.customer(),
                delivered.sites()[(unit.n() - 1) % delivered.sites().length],
                delivered.project(),
                delivered.id(),
                unit.whole(),
                unit.replaces(),
                ended == null ? InstalledProductState.IN_USE : InstalledProductState.REPLACED,
                ended == null ? null : Date.valueOf(ended),
                ended == null ? null : "运行噪声超限，轴承磨损",
                Date.valueOf(delivered.accepted()),
                software ? Date.valueOf(start) : null,
                Date.valueOf(delivered.accepted().minusDays(40)),
                Date.valueOf(unit.since()),
                software ? WarrantyRule.GO_LIVE : WarrantyRule.ACCEPTANCE,
                months,
                Date.valueOf(start),
                Date.valueOf(start.plusMonths(months)));
    }

    /** Four of five faults and services are about a product that stood there by then. */
    private void tie() {
        story.jdbc.update("""
                with about as (
                    select t.id, (array_agg(p.id order by p.id))[1 + t.id % count(*)] as product
                      from aftersales.ticket t
                      join aftersales.installed_product p on p.customer_id = t.customer_id
                       and p.installed_on < (t.opened_at at time zone 'Asia/Shanghai')::date
                       and (p.ended_on is null or p.ended_on >= (t.opened_at at time zone 'Asia/Shanghai')::date)
                       and (t.project_id is null or p.project_id = t.project_id)
                     where t.id between ? and ? and t.kind in ('DIAGNOSIS', 'MAINTENANCE') and t.id % 5 <> 0
                     group by t.id)
                update aftersales.ticket t
                   set installed_product_id = p.id, project_id = coalesce(t.project_id, p.project_id),
                       deliverable_id = p.deliverable_id
                  from about a join aftersales.installed_product p on p.id = a.product
                 where t.id = a.id
                """, first, first + Story.IDS - 1);
    }
}
