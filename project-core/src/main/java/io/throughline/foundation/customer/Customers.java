package io.throughline.foundation.customer;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SALES;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the master data of customers, their contacts and their sites. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES})
public class Customers {

    private final CustomerRepository customers;
    private final ContactRepository contacts;
    private final SiteRepository sites;
    private final NumberSeries numbers;
    private final CustomerIndexer index;

    /** Throws {@link RuleViolation} at {@code creditCode} when the code is malformed or another customer's. */
    public CustomerId create(Viewer viewer, SaveCustomer command) {
        var customer = new Customer("C-%05d".formatted(numbers.next("C", 0)), command);
        refuseForeignCode(customer);
        customers.save(customer);
        index.put(customer);
        return new CustomerId(customer.requireId());
    }

    public void change(Viewer viewer, CustomerId id, SaveCustomer command) {
        var customer = require(id);
        customer.requireVersion(command.version());
        customer.change(command);
        refuseForeignCode(customer);
        customers.save(customer);
        index.put(customer);
    }

    public void archive(Viewer viewer, CustomerId id) {
        var customer = require(id);
        customer.archive();
        customers.save(customer);
    }

    public void restore(Viewer viewer, CustomerId id) {
        var customer = require(id);
        customer.restore();
        customers.save(customer);
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public ContactId addContact(Viewer viewer, CustomerId id, SaveContact command) {
        var customer = require(id);
        var contact = new Contact(customer.requireId(), command);
        refuseForeignSite(id.value(), command.siteId());
        contacts.save(contact);
        index.put(customer, contact);
        return new ContactId(contact.requireId());
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public void changeContact(Viewer viewer, ContactId id, SaveContact command) {
        var contact = contacts.findById(id.value()).orElseThrow(() -> new NotFound("contact", id.value()));
        contact.requireVersion(command.version());
        refuseForeignSite(contact.getCustomerId(), command.siteId());
        contact.change(command);
        contacts.save(contact);
        index.put(require(new CustomerId(contact.getCustomerId())), contact);
    }

    public void deactivateContact(Viewer viewer, ContactId id) {
        var contact = contacts.findById(id.value()).orElseThrow(() -> new NotFound("contact", id.value()));
        contact.deactivate();
        contacts.save(contact);
        index.remove(contact);
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public SiteId addSite(Viewer viewer, CustomerId id, SaveSite command) {
        return new SiteId(sites.save(new Site(require(id).requireId(), command)).requireId());
    }

    private void refuseForeignCode(Customer customer) {
        var code = customer.getCreditCode();
        if (code != null) {
            customers.findByCreditCode(code).filter(other -> other != customer).ifPresent(other -> {
                throw new RuleViolation("foundation.customer.creditCodeTaken", other.getShortName()).at("creditCode");
            });
        }
    }

    private void refuseForeignSite(long customerId, @org.jspecify.annotations.Nullable Long siteId) {
        if (siteId != null
                && sites.findById(siteId)
                        .filter(site -> site.getCustomerId() == customerId)
                        .isEmpty()) {
            throw new RuleViolation("foundation.customer.foreignSite").at("siteId");
        }
    }

    private Customer require(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(() -> new NotFound("customer", id.value()));
    }
}
