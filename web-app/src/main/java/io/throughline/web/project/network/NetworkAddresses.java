package io.throughline.web.project.network;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

/** As the plan: for staff, in projects whose plan they may read. */
@Component
class NetworkAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff(
                "/projects/{key}/schedule/network",
                "/projects/{key}/schedule/network.pdf",
                "/api/v1/projects/{key}/schedule/network.pdf",
                "/api/v1/projects/{key}/schedule/critical-path");
    }
}
