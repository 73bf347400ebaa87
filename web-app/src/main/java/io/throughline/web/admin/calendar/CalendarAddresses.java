package io.throughline.web.admin.calendar;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class CalendarAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/calendars/**", Role.ADMIN);
        book.staff("/api/v1/calendars/**");
        book.roles(HttpMethod.POST, "/api/v1/calendars", Role.ADMIN);
        book.roles(HttpMethod.PUT, "/api/v1/calendars/{id}", Role.ADMIN);
    }
}
