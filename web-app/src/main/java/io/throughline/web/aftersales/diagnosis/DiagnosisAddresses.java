package io.throughline.web.aftersales.diagnosis;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;
import static io.throughline.foundation.people.Role.TRAINER;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class DiagnosisAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        for (var ticket : new String[] {"/tickets/{number}/diagnosis", "/api/v1/tickets/{number}/diagnosis"}) {
            book.roles(ticket, SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE, PROJECT_MANAGER, TECHNICIAN, TRAINER);
            book.roles(ticket + "/**", SUPPORT_AGENT, MANAGER, TECHNICIAN);
        }
    }
}
