package io.throughline.foundation.customer;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps customers and contacts findable, by pinyin too, for those who may see them. */
@Component
@RequiredArgsConstructor
class CustomerIndexer implements SearchSource {

    private final SearchIndex index;
    private final CustomerRepository customers;
    private final ContactRepository contacts;

    @Override
    public void index(long firstId, long lastId) {
        var entries = new ArrayList<SearchEntry>();
        for (var customer : customers.findByIdBetween(firstId, lastId)) {
            entries.add(entry(customer));
        }
        for (var contact : contacts.findByIdBetweenAndActiveTrue(firstId, lastId)) {
            customers.findById(contact.getCustomerId()).ifPresent(customer -> entries.add(entry(customer, contact)));
        }
        index.putAll(entries);
    }

    void put(Customer customer) {
        index.put(entry(customer));
    }

    /** The customer with its living contacts, whose readers change with its account executive. */
    void put(Customer customer, Collection<Contact> contacts) {
        var entries = new ArrayList<SearchEntry>(List.of(entry(customer)));
        contacts.forEach(contact -> entries.add(entry(customer, contact)));
        index.putAll(entries);
    }

    void put(Customer customer, Contact contact) {
        index.put(entry(customer, contact));
    }

    void remove(Contact contact) {
        index.remove(new SubjectRef(ContactSubject.TYPE, contact.requireId()));
    }

    private static SearchEntry entry(Customer customer) {
        return new SearchEntry(
                new SubjectRef(CustomerSubject.TYPE, customer.requireId()),
                customer.getNumber(),
                customer.getShortName(),
                text(customer.getName(), customer.getNameEn(), customer.getAddress(), customer.getCreditCode()),
                readers(customer),
                path(customer),
                new LinkedHashSet<>(List.of(customer.getName(), customer.getShortName())));
    }

    private static SearchEntry entry(Customer customer, Contact contact) {
        return new SearchEntry(
                new SubjectRef(ContactSubject.TYPE, contact.requireId()),
                null,
                contact.getName(),
                text(customer.getShortName(), contact.getTitle(), contact.getEmail(), contact.getMobile()),
                readers(customer),
                path(customer) + "/contacts",
                Set.of(contact.getName()));
    }

    private static Set<String> readers(Customer customer) {
        var readers = new HashSet<>(Set.of(CustomerSearchReach.scopeOf(customer.requireId())));
        for (Role role : CustomerScope.SEE_ALL) {
            readers.add("role:" + role);
        }
        if (customer.getAccountExecutiveId() != null) {
            readers.add("user:" + customer.getAccountExecutiveId());
        }
        return readers;
    }

    private static String path(Customer customer) {
        return "/customers/" + customer.getNumber();
    }

    private static String text(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
