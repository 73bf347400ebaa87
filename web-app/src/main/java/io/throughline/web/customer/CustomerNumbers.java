package io.throughline.web.customer;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerSubject;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The number in the address of a customer just made. */
@Component
@RequiredArgsConstructor
class CustomerNumbers {

    private static final int PREFIX = "/customers/".length();

    private final SubjectAccesses accesses;

    String of(CustomerId id) {
        return accesses.link(CustomerSubject.of(id)).path().substring(PREFIX);
    }
}
