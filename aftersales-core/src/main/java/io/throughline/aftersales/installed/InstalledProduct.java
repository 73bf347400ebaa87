package io.throughline.aftersales.installed;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "aftersales", name = "installed_product")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class InstalledProduct extends Aggregate {

    private String code = "";
    private String serial = "";
    private String serialKey = "";
    private String manufacturer = "";
    private String model = "";
    private @Nullable String productVersion;
    private String nameZh = "";
    private String nameEn = "";
    private long customerId;
    private @Nullable Long siteId;
    private @Nullable Long projectId;
    private @Nullable Long deliverableId;
    private @Nullable Long parentId;
    private @Nullable Long replacesId;

    @Enumerated(EnumType.STRING)
    private InstalledProductState state;

    private @Nullable LocalDate endedOn;
    private @Nullable String endedBecause;
    private @Nullable LocalDate acceptedOn;
    private @Nullable LocalDate wentLiveOn;
    private @Nullable LocalDate shippedOn;
    private @Nullable LocalDate installedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable WarrantyRule warrantyRule;

    private @Nullable Integer warrantyMonths;
    private @Nullable LocalDate warrantyStart;
    private @Nullable LocalDate warrantyEnd;
    private @Nullable String notes;

    /** Still without a serial number. */
    InstalledProduct(SaveInstalledProduct wanted, ProductOrigin origin) {
        state = InstalledProductState.IN_USE;
        customerId = wanted.customerId();
        describe(wanted, origin);
    }

    /** The same kind of thing in the same place; whose warranty runs on. */
    private InstalledProduct(InstalledProduct old, ReplaceInstalledProduct wanted) {
        state = InstalledProductState.IN_USE;
        manufacturer = old.manufacturer;
        model = blankOr(wanted.model(), old.model);
        productVersion = blankToNull(wanted.productVersion()) == null ? old.productVersion : wanted.productVersion();
        nameZh = old.nameZh;
        nameEn = old.nameEn;
        customerId = old.customerId;
        siteId = old.siteId;
        projectId = old.projectId;
        deliverableId = old.deliverableId;
        parentId = old.parentId;
        replacesId = old.requireId();
        acceptedOn = old.acceptedOn;
        wentLiveOn = old.wentLiveOn;
        shippedOn = old.shippedOn;
        installedOn = wanted.on();
        warrantyRule = old.warrantyRule;
        warrantyMonths = old.warrantyMonths;
        warrantyStart = old.warrantyStart;
        warrantyEnd = old.warrantyEnd;
        if (wanted.warrantyMonths() != null) {
            warrant(WarrantyRule.REPLACEMENT, wanted.warrantyMonths());
        }
    }

    void number(SerialNumber number, String address) {
        serial = number.written();
        serialKey = number.key();
        code = address;
    }

    /** Everything but serial number, customer and place in the tree. */
    void describe(SaveInstalledProduct wanted, ProductOrigin origin) {
        manufacturer = blankOr(wanted.manufacturer(), "");
        model = wanted.model().strip();
        productVersion = blankToNull(wanted.productVersion());
        nameZh = blankOr(wanted.nameZh(), "");
        nameEn = blankOr(wanted.nameEn(), "");
        if (nameZh.isEmpty() && nameEn.isEmpty()) {
            throw new RuleViolation("aftersales.installed.nameNeeded").at("nameZh");
        }
        siteId = wanted.siteId();
        projectId = origin.projectId();
        deliverableId = origin.deliverableId();
        acceptedOn = wanted.acceptedOn() == null ? origin.acceptedOn() : wanted.acceptedOn();
        wentLiveOn = wanted.wentLiveOn();
        shippedOn = wanted.shippedOn();
        installedOn = wanted.installedOn();
        warrant(wanted.warrantyRule(), wanted.warrantyMonths());
        notes = blankToNull(wanted.notes());
    }

    /** Another customer's now; only one that stands alone can go. */
    void passTo(long customer, boolean hasParts) {
        if (customer == customerId) {
            return;
        }
        if (parentId != null || hasParts) {
            throw new RuleViolation("aftersales.installed.partOfTree").at("customerId");
        }
        customerId = customer;
    }

    void hangUnder(@Nullable Long parent) {
        parentId = parent;
    }

    InstalledProduct replacedBy(ReplaceInstalledProduct wanted) {
        requireInUse();
        var next = new InstalledProduct(this, wanted);
        end(InstalledProductState.REPLACED, wanted.on(), wanted.reason());
        return next;
    }

    void retire(RetireInstalledProduct wanted) {
        requireInUse();
        end(InstalledProductState.RETIRED, wanted.on(), wanted.reason());
    }

    /** It was retired by mistake, or is taken up again. */
    void reinstate() {
        if (state != InstalledProductState.RETIRED) {
            throw new RuleViolation("aftersales.installed.notRetired");
        }
        state = InstalledProductState.IN_USE;
        endedOn = null;
        endedBecause = null;
    }

    Warranty warranty() {
        return new Warranty(warrantyRule, warrantyMonths, warrantyStart, warrantyEnd);
    }

    private void end(InstalledProductState how, LocalDate on, String reason) {
        if (installedOn != null && on.isBefore(installedOn)) {
            throw new RuleViolation("aftersales.installed.endsBeforeItBegins", installedOn).at("on");
        }
        state = how;
        endedOn = on;
        endedBecause = reason.strip();
    }

    private void requireInUse() {
        if (state != InstalledProductState.IN_USE) {
            throw new RuleViolation("aftersales.installed.notInUse", serial);
        }
    }

    private void warrant(@Nullable WarrantyRule rule, @Nullable Integer months) {
        if ((rule == null) != (months == null)) {
            throw new RuleViolation("aftersales.installed.warrantyWhole")
                    .at(rule == null ? "warrantyRule" : "warrantyMonths");
        }
        var warranty = rule == null || months == null ? Warranty.none() : Warranty.of(rule, months, dayOf(rule));
        warrantyRule = warranty.rule();
        warrantyMonths = warranty.months();
        warrantyStart = warranty.start();
        warrantyEnd = warranty.end();
    }

    private @Nullable LocalDate dayOf(WarrantyRule rule) {
        return switch (rule) {
            case ACCEPTANCE -> acceptedOn;
            case GO_LIVE -> wentLiveOn;
            case SHIPMENT -> shippedOn;
            case REPLACEMENT -> installedOn;
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String blankOr(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }
}
