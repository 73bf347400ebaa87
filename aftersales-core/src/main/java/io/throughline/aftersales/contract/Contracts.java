package io.throughline.aftersales.contract;

import io.throughline.aftersales.installed.ProductOrigins;
import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps service contracts: drafts, signs, changes, cancels and renews them. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES})
public class Contracts {

    private final ContractRepository contracts;
    private final ContractQueries queries;
    private final ContractIndexer index;
    private final CustomerQueries customers;
    private final ProductOrigins products;
    private final NumberSeries numbers;
    private final Activities activities;
    private final JdbcClient jdbc;

    /** Returns the number. Throws {@link RuleViolation} at the field that does not fit. */
    public String draft(Viewer viewer, SaveContract command) {
        if (!customers.sees(viewer, new CustomerId(command.customerId()))) {
            throw new RuleViolation("aftersales.contract.unknownCustomer").at("customerId");
        }
        return save(viewer, new ServiceContract(nextNumber(viewer), command, covered(viewer, command)), "drafted")
                .getNumber();
    }

    public void change(Viewer viewer, String number, SaveContract command) {
        var contract = require(viewer, number);
        contract.requireVersion(command.version());
        var ended = contract.getEndsOn();
        contract.describe(command, covered(viewer, command));
        save(viewer, contract, "changed");
        if (!ended.equals(command.endsOn())) {
            jdbc.sql("update aftersales.service_contract set noticed_at = null where id = ?")
                    .param(contract.requireId())
                    .update();
        }
    }

    /** Both sides signed: it covers from its first day on. */
    public void activate(Viewer viewer, String number) {
        var contract = require(viewer, number);
        contract.activate();
        save(viewer, contract, "activated");
    }

    public void cancel(Viewer viewer, String number, String reason) {
        var contract = require(viewer, number);
        contract.cancel(reason);
        save(viewer, contract, "cancelled");
    }

    /** Drafts the one that follows, for as long again, and returns its number; a second call returns the same. */
    public String renew(Viewer viewer, String number) {
        var contract = require(viewer, number);
        var known = jdbc.sql("select number from aftersales.service_contract where follows_id = ?")
                .param(contract.requireId())
                .query(String.class)
                .optional();
        return known.orElseGet(() -> {
            var next = save(viewer, contract.renewed(nextNumber(viewer)), "renews");
            save(viewer, contract, "renewed");
            return next.getNumber();
        });
    }

    private Set<Long> covered(Viewer viewer, SaveContract command) {
        if (command.everything()) {
            return Set.of();
        }
        try {
            return command.products().stream()
                    .map(code -> products.named(command.customerId(), code).id())
                    .collect(Collectors.toSet());
        } catch (RuleViolation unknown) {
            throw unknown.at("products");
        }
    }

    private ServiceContract require(Viewer viewer, String number) {
        return jdbc.sql("select k.id from aftersales.service_contract k where k.number = ? and "
                        + ContractScope.of(viewer) + " for update")
                .param(number)
                .query(Long.class)
                .optional()
                .flatMap(contracts::findById)
                .orElseThrow(() -> new NotFound("contract", number));
    }

    private String nextNumber(Viewer viewer) {
        int year = queries.today(viewer).getYear();
        return "CT-%04d-%04d".formatted(year, numbers.next("CT", year));
    }

    private ServiceContract save(Viewer viewer, ServiceContract contract, String deed) {
        var saved = contracts.saveAndFlush(contract);
        index.put(saved.requireId());
        activities.record(
                viewer,
                ContractSubject.of(new ContractId(saved.requireId())),
                "aftersales.contract.deed." + deed,
                Map.of("number", saved.getNumber()));
        return saved;
    }
}
