package io.throughline.foundation.customer;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps customers and contacts findable, by pinyin too. */
@Component
@RequiredArgsConstructor
class CustomerIndexer {

    private final SearchIndex index;

    void put(Customer customer) {
        var names = new LinkedHashSet<>(Set.of(customer.getName(), customer.getShortName()));
        index.put(new SearchEntry(
                new SubjectRef("CUSTOMER", customer.requireId()),
                customer.getNumber(),
                customer.getShortName(),
                text(customer.getName(), customer.getNameEn(), customer.getAddress(), customer.getCreditCode()),
                Set.of("staff"),
                path(customer),
                names));
    }

    void put(Customer customer, Contact contact) {
        index.put(new SearchEntry(
                new SubjectRef("CONTACT", contact.requireId()),
                null,
                contact.getName(),
                text(customer.getShortName(), contact.getTitle(), contact.getEmail(), contact.getMobile()),
                Set.of("staff"),
                path(customer),
                Set.of(contact.getName())));
    }

    void remove(Contact contact) {
        index.remove(new SubjectRef("CONTACT", contact.requireId()));
    }

    private static String path(Customer customer) {
        return "/customers/" + customer.getNumber();
    }

    private static String text(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
