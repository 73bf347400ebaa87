package io.throughline.aftersales.installed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes rows of the database into what the queries answer. */
final class ProductRows {

    /** To be completed by which projects the viewer opens, and by which product. */
    static final String DETAIL = """
            select ip.*, c.number as customer_number, c.short_name as customer, s.name as site, s.address as site_address,
                   p.key as project_key, p.name as project, coalesce(%s, false) as opens_project, m.name as manager,
                   d.number as deliverable_number, d.name as deliverable, o.name as owner,
                   a.round, a.decision, a.conditions, a.signed_name, a.decided_at, a.content_hash,
                   up.code as parent_code, up.serial as parent_serial, up.model as parent_model,
                   old.code as old_code, old.serial as old_serial, old.model as old_model,
                   new.code as new_code, new.serial as new_serial, new.model as new_model
              from aftersales.installed_product ip
              join foundation.customer c on c.id = ip.customer_id
              left join foundation.site s on s.id = ip.site_id
              left join project.project p on p.id = ip.project_id
              left join foundation.app_user m on m.id = p.manager_id
              left join project.deliverable d on d.id = ip.deliverable_id
              left join foundation.app_user o on o.id = d.owner_id
              left join project.acceptance_record a on a.deliverable_id = d.id and a.round = d.round
                   and a.decision in ('ACCEPTED', 'ACCEPTED_WITH_CONDITIONS')
              left join aftersales.installed_product up on up.id = ip.parent_id
              left join aftersales.installed_product old on old.id = ip.replaces_id
              left join aftersales.installed_product new on new.replaces_id = ip.id
             where %s
            """;

    private ProductRows() {}

    static InstalledProductRow row(ResultSet row, LocalDate today) throws SQLException {
        var warranty = warranty(row);
        return new InstalledProductRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("serial"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("product_version"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getString("site"),
                row.getString("project_key"),
                InstalledProductState.valueOf(row.getString("state")),
                warranty,
                warranty.on(today),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant());
    }

    static InstalledProductDetail detail(ResultSet row, LocalDate today) throws SQLException {
        var warranty = warranty(row);
        return new InstalledProductDetail(
                new InstalledProductId(row.getLong("id")),
                row.getInt("version"),
                row.getString("code"),
                row.getString("serial"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("product_version"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getObject("site_id", Long.class),
                row.getString("site"),
                row.getString("site_address"),
                origin(row),
                named(row, "parent"),
                named(row, "old"),
                named(row, "new"),
                InstalledProductState.valueOf(row.getString("state")),
                day(row, "ended_on"),
                row.getString("ended_because"),
                day(row, "accepted_on"),
                day(row, "went_live_on"),
                day(row, "shipped_on"),
                day(row, "installed_on"),
                warranty,
                warranty.on(today),
                row.getString("notes"),
                row.getTimestamp("changed_at").toInstant());
    }

    static ProductPart part(ResultSet row) throws SQLException {
        return new ProductPart(
                row.getLong("id"),
                row.getString("code"),
                row.getString("serial"),
                row.getString("model"),
                row.getString("name_zh"),
                row.getString("name_en"),
                InstalledProductState.valueOf(row.getString("state")),
                row.getInt("level"),
                row.getBoolean("shown"));
    }

    private static InstalledProductDetail.@Nullable Origin origin(ResultSet row) throws SQLException {
        if (row.getObject("project_id") == null) {
            return null;
        }
        var deliverable = row.getObject("deliverable_id", Long.class);
        return new InstalledProductDetail.Origin(
                row.getLong("project_id"),
                row.getString("project_key"),
                row.getString("project"),
                row.getBoolean("opens_project"),
                row.getString("manager"),
                deliverable == null
                        ? null
                        : new InstalledProductDetail.Delivered(
                                deliverable, row.getInt("deliverable_number"), row.getString("deliverable")),
                row.getString("owner"),
                acceptance(row));
    }

    private static InstalledProductDetail.@Nullable Acceptance acceptance(ResultSet row) throws SQLException {
        var at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new InstalledProductDetail.Acceptance(
                        row.getInt("round"),
                        row.getString("decision").equals("ACCEPTED_WITH_CONDITIONS"),
                        row.getString("conditions"),
                        row.getString("signed_name"),
                        at.toInstant(),
                        row.getString("content_hash"));
    }

    private static InstalledProductDetail.@Nullable Named named(ResultSet row, String which) throws SQLException {
        var code = row.getString(which + "_code");
        return code == null
                ? null
                : new InstalledProductDetail.Named(
                        code, row.getString(which + "_serial"), row.getString(which + "_model"));
    }

    private static Warranty warranty(ResultSet row) throws SQLException {
        var rule = row.getString("warranty_rule");
        return new Warranty(
                rule == null ? null : WarrantyRule.valueOf(rule),
                row.getObject("warranty_months", Integer.class),
                day(row, "warranty_start"),
                day(row, "warranty_end"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
