package io.throughline.aftersales.installed;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the installed base: registers what was delivered, changes, replaces and retires it. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER})
public class InstalledProducts {

    private final InstalledProductRepository products;
    private final ProductDesk desk;
    private final InstalledProductIndexer index;
    private final Activities activities;
    private final JdbcClient jdbc;

    /** Returns the code by which it is reached. Throws {@link RuleViolation} at the field that does not fit. */
    public String register(Viewer viewer, SaveInstalledProduct command) {
        desk.requireCustomer(viewer, command.customerId());
        desk.requireSite(command.customerId(), command.siteId());
        var product = new InstalledProduct(command, desk.origin(command));
        product.hangUnder(desk.parent(viewer, command.parent(), command.customerId(), null));
        desk.number(product, command.serial(), null);
        save(viewer, product, "registered", Map.of("serial", product.getSerial()));
        return product.getCode();
    }

    /** Returns the code, which goes with the serial number. */
    public String change(Viewer viewer, String code, SaveInstalledProduct command) {
        var product = desk.require(viewer, code);
        product.requireVersion(command.version());
        if (product.getCustomerId() != command.customerId()) {
            desk.requireCustomer(viewer, command.customerId());
            product.passTo(command.customerId(), desk.hasParts(product.requireId()));
        }
        if (!Objects.equals(product.getSiteId(), command.siteId())) {
            desk.requireSite(command.customerId(), command.siteId());
        }
        product.describe(command, desk.origin(command));
        product.hangUnder(desk.parent(viewer, command.parent(), command.customerId(), product.requireId()));
        desk.number(product, command.serial(), product.requireId());
        save(viewer, product, "changed", Map.of());
        return product.getCode();
    }

    /** Puts another unit in its place and returns that one's code; the old one keeps its tickets and stays readable. */
    public String replace(Viewer viewer, String code, ReplaceInstalledProduct command) {
        var old = desk.require(viewer, code);
        old.requireVersion(command.version());
        if (command.on().isAfter(desk.today())) {
            throw new RuleViolation("aftersales.installed.notYet").at("on");
        }
        var next = old.replacedBy(command);
        desk.number(next, command.serial(), null);
        save(viewer, old, "replaced", Map.of("serial", next.getSerial()));
        save(viewer, next, "replaces", Map.of("serial", old.getSerial()));
        if (Boolean.TRUE.equals(command.parts())) {
            jdbc.sql("""
                            update aftersales.installed_product set parent_id = ?, version = version + 1
                             where parent_id = ?
                            """).params(next.requireId(), old.requireId()).update();
        }
        return next.getCode();
    }

    public void retire(Viewer viewer, String code, RetireInstalledProduct command) {
        var product = desk.require(viewer, code);
        product.requireVersion(command.version());
        if (command.on().isAfter(desk.today())) {
            throw new RuleViolation("aftersales.installed.notYet").at("on");
        }
        product.retire(command);
        save(viewer, product, "retired", Map.of("reason", command.reason()));
    }

    /** Takes a retirement back. Throws {@link NotFound} as all of these do. */
    public void reinstate(Viewer viewer, String code) {
        var product = desk.require(viewer, code);
        product.reinstate();
        save(viewer, product, "reinstated", Map.of());
    }

    private void save(Viewer viewer, InstalledProduct product, String deed, Map<String, ?> data) {
        products.saveAndFlush(product);
        index.put(product.requireId());
        activities.record(
                viewer,
                InstalledProductSubject.of(new InstalledProductId(product.requireId())),
                "aftersales.installed.deed." + deed,
                data);
    }
}
