package io.throughline.web.admin.people;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserFilter;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.UserRow;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users, for programs of an administrator. */
@RestController
@RequiredArgsConstructor
class UserApi {

    private final UserQueries users;

    @GetMapping("/api/v1/users")
    ResponseEntity<List<UserRow>> rows(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Viewer viewer) {
        var filter = new UserFilter(q, role, null, active);
        return Pages.of(users.page(viewer, filter, PageRequest.of(after, before, size)));
    }
}
