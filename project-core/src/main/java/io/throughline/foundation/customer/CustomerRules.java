package io.throughline.foundation.customer;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one record cannot see for itself: who may change it, and what another record already has. */
@Component
@RequiredArgsConstructor
class CustomerRules {

    private final CustomerRepository customers;
    private final SiteRepository sites;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    /** An account executive reaches the own customers only; the others are not there. */
    Customer require(Viewer viewer, CustomerId id) {
        return customers
                .findById(id.value())
                .filter(customer -> !CustomerQueries.ownOnly(viewer)
                        || Objects.equals(
                                customer.getAccountExecutiveId(), viewer.id().value()))
                .orElseThrow(() -> new NotFound("customer", id.value()));
    }

    /** An account executive leads what he or she keeps; handing a customer over is for managers and sales. */
    SaveCustomer led(Viewer viewer, @Nullable Long current, SaveCustomer command) {
        if (CustomerQueries.ownOnly(viewer)) {
            return command.ledBy(viewer.id().value());
        }
        var wanted = command.accountExecutiveId();
        if (wanted != null && !wanted.equals(current) && !isAccountExecutive(wanted)) {
            throw new RuleViolation("foundation.customer.notAccountExecutive").at("accountExecutiveId");
        }
        return command;
    }

    private boolean isAccountExecutive(long user) {
        return jdbc.sql("""
                        select exists (select 1 from foundation.app_user u join foundation.user_role r on r.user_id = u.id
                                        where u.id = ? and u.active and r.role = 'ACCOUNT_EXECUTIVE')
                        """).param(user).query(Boolean.class).single();
    }

    void refuseUnknownCalendar(Customer customer) {
        var calendar = customer.getCalendarId();
        if (calendar != null && !calendars.exists(new WorkCalendarId(calendar))) {
            throw new RuleViolation("foundation.customer.unknownCalendar").at("calendarId");
        }
    }

    void refuseForeignCode(Customer customer) {
        var code = customer.getCreditCode();
        if (code != null) {
            customers.findByCreditCode(code).filter(other -> other != customer).ifPresent(other -> {
                throw new RuleViolation("foundation.customer.creditCodeTaken", other.getShortName()).at("creditCode");
            });
        }
    }

    /** A domain decides whose mail it is, so it belongs to one customer. */
    void refuseForeignDomains(Customer customer) {
        if (customer.getDomains().isEmpty()) {
            return;
        }
        var own = customer.getId() == null ? 0L : customer.requireId();
        jdbc.sql("""
                        select d.domain from foundation.customer_domain d
                         where d.domain in (:domains) and d.customer_id <> :own order by d.domain limit 1
                        """)
                .param("domains", customer.getDomains())
                .param("own", own)
                .query(String.class)
                .optional()
                .ifPresent(domain -> {
                    throw new RuleViolation("foundation.customer.domainTaken", domain).at("domains");
                });
    }

    /** A mail address decides whose mail it is, so it belongs to one contact. */
    void refuseForeignAddress(@Nullable String email, long own) {
        if (email == null || email.isBlank()) {
            return;
        }
        jdbc.sql("select name from foundation.contact where lower(email) = lower(?) and id <> ?")
                .params(email.strip(), own)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw new RuleViolation("foundation.customer.emailTaken", name).at("email");
                });
    }

    void refuseForeignSite(long customerId, @Nullable Long siteId) {
        if (siteId != null
                && sites.findById(siteId)
                        .filter(site -> site.getCustomerId() == customerId)
                        .isEmpty()) {
            throw new RuleViolation("foundation.customer.foreignSite").at("siteId");
        }
    }
}
