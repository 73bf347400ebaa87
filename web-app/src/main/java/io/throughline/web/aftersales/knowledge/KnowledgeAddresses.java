package io.throughline.web.aftersales.knowledge;

import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class KnowledgeAddresses implements AddressRules {

    private static final Role[] WRITERS = {SUPPORT_AGENT, TECHNICIAN, MANAGER};
    private static final Role[] EDITORS = {SUPPORT_AGENT, MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.anyone("/articles", "/articles/{article}");
        book.staff("/knowledge", "/knowledge/{article}", "/knowledge/{article}/vote");
        book.roles("/knowledge/new", WRITERS);
        book.roles(HttpMethod.POST, "/knowledge", WRITERS);
        book.roles(HttpMethod.POST, "/knowledge/{article}", WRITERS);
        book.roles("/knowledge/{article}/**", WRITERS);
        for (var step : new String[] {"publication", "submission/removal", "retirement", "retirement/removal"}) {
            book.roles("/knowledge/{article}/" + step, EDITORS);
        }
        book.roles("/tickets/{number}/articles/**", WRITERS);
        book.roles("/api/v1/tickets/{number}/articles/**", WRITERS);
        book.staff("/api/v1/knowledge", "/api/v1/knowledge/{article}");
        book.roles(HttpMethod.POST, "/api/v1/knowledge", WRITERS);
        book.roles("/api/v1/knowledge/{article}/**", WRITERS);
        book.roles("/api/v1/knowledge/{article}/publication", EDITORS);
        book.roles("/api/v1/knowledge/{article}/retirement", EDITORS);
    }
}
