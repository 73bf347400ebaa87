package io.throughline.web.admin.people;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which role opens which address, read from the rules the doors go by. */
final class RoleMatrix {

    private RoleMatrix() {}

    static List<Line> of(AddressBook book) {
        return book.rules().stream()
                .map(RoleMatrix::line)
                .distinct()
                .sorted(Comparator.comparing(Line::address).thenComparing(Line::method))
                .toList();
    }

    private static Line line(AddressBook.Rule rule) {
        var method = rule.method();
        return new Line(
                rule.pattern().getPatternString(),
                method == null ? "" : method.name(),
                rule.audience().name(),
                rolesOf(rule));
    }

    private static Set<Role> rolesOf(AddressBook.Rule rule) {
        return switch (rule.audience()) {
            case ANYONE, SIGNED_IN -> Set.of(Role.values());
            case STAFF -> Arrays.stream(Role.values()).filter(Role::isStaff).collect(Collectors.toUnmodifiableSet());
            case ROLES -> Set.copyOf(rule.roles());
        };
    }

    /** @param method empty for all */
    record Line(String address, String method, String audience, Set<Role> roles) {}
}
