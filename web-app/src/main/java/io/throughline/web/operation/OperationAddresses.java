package io.throughline.web.operation;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Probes are open. The rest of the actuator is the administrator's, unless it has a port of its own
 * ({@code management.server.port}): then whoever the network lets through to that port may read it.
 */
@Component
class OperationAddresses implements AddressRules {

    private final boolean ownPort;

    OperationAddresses(
            @Value("${management.server.port:}") String managementPort, @Value("${server.port:8080}") String port) {
        this.ownPort = !managementPort.isBlank() && !managementPort.equals(port);
    }

    @Override
    public void declare(AddressBook book) {
        book.anyone("/livez", "/readyz", "/actuator/health", "/actuator/health/**");
        if (ownPort) {
            book.anyone("/actuator/**");
        } else {
            book.roles("/actuator/**", Role.ADMIN);
        }
    }
}
