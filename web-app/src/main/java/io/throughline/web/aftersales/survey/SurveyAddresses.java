package io.throughline.web.aftersales.survey;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class SurveyAddresses implements AddressRules {

    private static final Role[] READERS = {ACCOUNT_EXECUTIVE, SUPPORT_AGENT, MANAGER};
    private static final Role[] SENDERS = {ACCOUNT_EXECUTIVE, MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.anyone("/s/{token}", "/s/{token}/opt-out");
        for (var read : new String[] {
            "/surveys",
            "/surveys/{number}",
            "/surveys/{number}/answers",
            "/surveys/{number}/answers.csv",
            "/surveys/{number}/answers.xlsx",
            "/surveys/follow-ups",
            "/surveys/follow-ups/{id}/completion",
            "/api/v1/surveys",
            "/api/v1/surveys/{number}",
            "/api/v1/surveys/{number}/answers",
            "/api/v1/surveys/follow-ups",
            "/api/v1/surveys/follow-ups/{id}/completion"
        }) {
            book.roles(read, READERS);
        }
        book.roles("/surveys/{number}/sending", SENDERS);
        book.roles("/api/v1/surveys/{number}/sendings", SENDERS);
        book.roles("/surveys/new", MANAGER);
        book.roles("/surveys/{number}/edit", MANAGER);
        book.roles("/surveys/{number}/opening", MANAGER);
        book.roles("/surveys/{number}/closing", MANAGER);
        book.roles("/surveys/{number}/removal", MANAGER);
        book.roles(HttpMethod.POST, "/surveys", MANAGER);
        book.roles(HttpMethod.POST, "/surveys/{number}", MANAGER);
        book.roles(HttpMethod.POST, "/api/v1/surveys", MANAGER);
        book.roles(HttpMethod.PUT, "/api/v1/surveys/{number}", MANAGER);
        book.roles("/api/v1/surveys/{number}/opening", MANAGER);
        book.roles("/api/v1/surveys/{number}/closing", MANAGER);
    }
}
