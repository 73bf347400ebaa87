package io.throughline.foundation.customer;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SALES;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the master data of customers, their contacts and their sites. An account executive changes the own customers
 * only; to others a record that is not theirs is {@link NotFound}.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES})
public class Customers {

    private final CustomerRepository customers;
    private final ContactRepository contacts;
    private final SiteRepository sites;
    private final NumberSeries numbers;
    private final CustomerRules rules;
    private final CustomerIndexer index;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    /** Throws {@link RuleViolation} at {@code creditCode} when the code is malformed or another customer's. */
    public CustomerId create(Viewer viewer, SaveCustomer command) {
        var granted = rules.led(viewer, null, command);
        var customer = new Customer("C-%05d".formatted(numbers.next("C", 0)), granted);
        refuseForeign(customer);
        customers.saveAndFlush(customer);
        index.put(customer);
        var id = new CustomerId(customer.requireId());
        tell(viewer, id, "created", Map.of());
        return id;
    }

    public void change(Viewer viewer, CustomerId id, SaveCustomer command) {
        var customer = rules.require(viewer, id);
        customer.requireVersion(command.version());
        var executive = customer.getAccountExecutiveId();
        var tier = customer.getTier();
        var calendar = customer.getCalendarId();
        customer.change(rules.led(viewer, executive, command));
        refuseForeign(customer);
        customers.saveAndFlush(customer);
        index.put(customer, contacts.findByCustomerIdAndActiveTrue(id.value()));
        if (!Objects.equals(executive, customer.getAccountExecutiveId())) {
            events.publishEvent(new AccountExecutiveChanged(id));
        }
        tellTerms(id, "tier", tier, customer.getTier());
        tellTerms(id, "calendar", calendar, customer.getCalendarId());
        tell(viewer, id, "changed", Map.of());
    }

    public void archive(Viewer viewer, CustomerId id) {
        var customer = rules.require(viewer, id);
        customer.archive();
        customers.saveAndFlush(customer);
        tell(viewer, id, "archived", Map.of());
    }

    public void restore(Viewer viewer, CustomerId id) {
        var customer = rules.require(viewer, id);
        customer.restore();
        customers.saveAndFlush(customer);
        tell(viewer, id, "restored", Map.of());
    }

    /** Throws {@link RuleViolation} at {@code email} when another contact has the address. */
    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public ContactId addContact(Viewer viewer, CustomerId id, SaveContact command) {
        var customer = rules.require(viewer, id);
        var contact = new Contact(customer.requireId(), command);
        rules.refuseForeignSite(id.value(), command.siteId());
        rules.refuseForeignAddress(command.email(), 0);
        contacts.saveAndFlush(contact);
        index.put(customer, contact);
        tell(viewer, id, "contactAdded", Map.of("name", contact.getName()));
        return new ContactId(contact.requireId());
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public void changeContact(Viewer viewer, ContactId id, SaveContact command) {
        var contact = contact(id);
        var customer = customerOf(viewer, contact);
        contact.requireVersion(command.version());
        rules.refuseForeignSite(contact.getCustomerId(), command.siteId());
        rules.refuseForeignAddress(command.email(), id.value());
        contact.change(command);
        contacts.saveAndFlush(contact);
        index.put(customer, contact);
    }

    /** The contact stays in the records; the portal closes for it at once. */
    public void deactivateContact(Viewer viewer, ContactId id) {
        var contact = contact(id);
        var customer = customerOf(viewer, contact);
        contact.deactivate();
        contacts.saveAndFlush(contact);
        index.remove(contact);
        tell(viewer, idOf(customer), "contactDeactivated", Map.of("name", contact.getName()));
    }

    public void activateContact(Viewer viewer, ContactId id) {
        var contact = contact(id);
        var customer = customerOf(viewer, contact);
        contact.activate();
        contacts.saveAndFlush(contact);
        index.put(customer, contact);
        tell(viewer, idOf(customer), "contactActivated", Map.of("name", contact.getName()));
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public SiteId addSite(Viewer viewer, CustomerId id, SaveSite command) {
        var customer = rules.require(viewer, id);
        var site = sites.saveAndFlush(new Site(customer.requireId(), command));
        tell(viewer, id, "siteAdded", Map.of("name", site.getName()));
        return new SiteId(site.requireId());
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT})
    public void changeSite(Viewer viewer, SiteId id, SaveSite command) {
        var site = site(viewer, id);
        site.requireVersion(command.version());
        site.change(command);
        sites.saveAndFlush(site);
    }

    public void deactivateSite(Viewer viewer, SiteId id) {
        var site = site(viewer, id);
        site.deactivate();
        sites.saveAndFlush(site);
    }

    public void activateSite(Viewer viewer, SiteId id) {
        var site = site(viewer, id);
        site.activate();
        sites.saveAndFlush(site);
    }

    private void tellTerms(CustomerId id, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            events.publishEvent(new ServiceTermsChanged(
                    id,
                    "%s %s → %s"
                            .formatted(
                                    what,
                                    Objects.requireNonNullElse(before, "–"),
                                    Objects.requireNonNullElse(after, "–"))));
        }
    }

    private void refuseForeign(Customer customer) {
        rules.refuseUnknownCalendar(customer);
        rules.refuseForeignCode(customer);
        rules.refuseForeignDomains(customer);
    }

    private void tell(Viewer viewer, CustomerId customer, String what, Map<String, ?> data) {
        activities.record(viewer, CustomerSubject.of(customer), "foundation.customer.deed." + what, data);
    }

    private Contact contact(ContactId id) {
        return contacts.findById(id.value()).orElseThrow(() -> new NotFound("contact", id.value()));
    }

    private Customer customerOf(Viewer viewer, Contact contact) {
        return rules.require(viewer, new CustomerId(contact.getCustomerId()));
    }

    private Site site(Viewer viewer, SiteId id) {
        var site = sites.findById(id.value()).orElseThrow(() -> new NotFound("site", id.value()));
        rules.require(viewer, new CustomerId(site.getCustomerId()));
        return site;
    }

    private static CustomerId idOf(Customer customer) {
        return new CustomerId(customer.requireId());
    }
}
