package io.throughline.web.insight;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class InsightAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        for (var address : new String[] {
            "/insights", "/insights/service", "/insights/kpis/{id}", "/api/v1/kpis", "/api/v1/kpis/{id}/rows"
        }) {
            book.roles(address, MANAGER, PROJECT_MANAGER, ACCOUNT_EXECUTIVE);
        }
        book.roles(HttpMethod.POST, "/insights/kpis/{id}/target", MANAGER);
    }
}
