package io.throughline.aftersales.contract;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "aftersales", name = "service_contract")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ServiceContract extends Aggregate {

    private String number;
    private String name;
    private long customerId;

    @Enumerated(EnumType.STRING)
    private ContractState state;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private boolean everything;
    private @Nullable BigDecimal hours;
    private @Nullable Integer visits;
    private @Nullable Integer tickets;
    private int noticeDays;

    @Column(updatable = false)
    private @Nullable Instant noticedAt;

    private @Nullable Long followsId;
    private @Nullable String endedBecause;
    private @Nullable String notes;

    @ElementCollection
    @CollectionTable(
            schema = "aftersales",
            name = "service_contract_product",
            joinColumns = @JoinColumn(name = "contract_id"))
    @Column(name = "product_id")
    private Set<Long> products = new HashSet<>();

    /** @param covered ids of the products named */
    ServiceContract(String number, SaveContract wanted, Set<Long> covered) {
        this.number = number;
        this.customerId = wanted.customerId();
        this.state = ContractState.DRAFT;
        this.name = wanted.name();
        this.startsOn = wanted.startsOn();
        this.endsOn = wanted.endsOn();
        describe(wanted, covered);
    }

    /** The same for as long again, from the day after the last one ends. */
    private ServiceContract(String number, ServiceContract before) {
        this.number = number;
        this.customerId = before.customerId;
        this.state = ContractState.DRAFT;
        this.name = before.name;
        this.startsOn = before.endsOn.plusDays(1);
        this.endsOn = asLongAs(before, startsOn);
        this.everything = before.everything;
        this.hours = before.hours;
        this.visits = before.visits;
        this.tickets = before.tickets;
        this.noticeDays = before.noticeDays;
        this.notes = before.notes;
        this.followsId = before.requireId();
        this.products = new HashSet<>(before.products);
    }

    /** A signed contract may still be put right, except for whose it is. */
    void describe(SaveContract wanted, Set<Long> covered) {
        if (state == ContractState.CANCELLED) {
            throw new RuleViolation("aftersales.contract.cancelledStays");
        }
        if (wanted.customerId() != customerId) {
            throw new RuleViolation("aftersales.contract.customerStays").at("customerId");
        }
        if (wanted.endsOn().isBefore(wanted.startsOn())) {
            throw new RuleViolation("aftersales.contract.endsBeforeItBegins").at("endsOn");
        }
        if (!wanted.everything() && covered.isEmpty()) {
            throw new RuleViolation("aftersales.contract.coversNothing").at("products");
        }
        name = wanted.name().strip();
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
        everything = wanted.everything();
        hours = wanted.hours();
        visits = wanted.visits();
        tickets = wanted.tickets();
        noticeDays = wanted.noticeDays();
        notes = wanted.notes() == null || wanted.notes().isBlank()
                ? null
                : wanted.notes().strip();
        products.clear();
        if (!everything) {
            products.addAll(covered);
        }
    }

    void activate() {
        if (state != ContractState.DRAFT) {
            throw new RuleViolation("aftersales.contract.notDraft");
        }
        state = ContractState.ACTIVE;
    }

    void cancel(String reason) {
        if (state == ContractState.CANCELLED) {
            throw new RuleViolation("aftersales.contract.cancelledStays");
        }
        if (reason.isBlank()) {
            throw new RuleViolation("aftersales.contract.reasonNeeded").at("reason");
        }
        state = ContractState.CANCELLED;
        endedBecause = reason.strip();
    }

    ServiceContract renewed(String nextNumber) {
        if (state != ContractState.ACTIVE) {
            throw new RuleViolation("aftersales.contract.notActive");
        }
        return new ServiceContract(nextNumber, this);
    }

    /** Whole months where it ran for whole months, 2026-01-01 to 2026-12-31 say; else as many days. */
    private static LocalDate asLongAs(ServiceContract before, LocalDate start) {
        var behind = before.endsOn.plusDays(1);
        long months = ChronoUnit.MONTHS.between(before.startsOn, behind);
        return months > 0 && before.startsOn.plusMonths(months).equals(behind)
                ? start.plusMonths(months).minusDays(1)
                : start.plusDays(ChronoUnit.DAYS.between(before.startsOn, before.endsOn));
    }
}
