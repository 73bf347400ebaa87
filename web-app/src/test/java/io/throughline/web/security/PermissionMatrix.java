package io.throughline.web.security;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook.Audience;
import io.throughline.web.security.AddressBook.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the running application answers, with the rule of the door before it. */
final class PermissionMatrix {

    private final List<Entry> entries;

    private PermissionMatrix(List<Entry> entries) {
        this.entries = entries;
    }

    static PermissionMatrix of(RequestMappingHandlerMapping mapping, AddressBook book) {
        var found = new TreeSet<Entry>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("io.throughline")) {
                return;
            }
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    found.add(entry(pattern, method.asHttpMethod(), book));
                }
            }
        });
        return new PermissionMatrix(List.copyOf(found));
    }

    private static Entry entry(String pattern, HttpMethod method, AddressBook book) {
        return new Entry(pattern, method.name(), book.ruleFor(method, filled(pattern)));
    }

    /** The address with something in place of its variables. */
    static String filled(String pattern) {
        return pattern.replaceAll("\\{[^/}]+}", "1").replace("/**", "/1");
    }

    List<Entry> entries() {
        return entries;
    }

    List<String> lines() {
        return entries.stream()
                .map(entry -> entry.address() + "," + entry.method() + "," + entry.audience())
                .toList();
    }

    record Entry(String address, String method, Optional<Rule> rule) implements Comparable<Entry> {

        boolean isWrite() {
            return !Set.of("GET", "HEAD", "OPTIONS").contains(method);
        }

        boolean isProgram() {
            return address.startsWith("/api/");
        }

        String audience() {
            return rule.map(Entry::words).orElse("NOBODY");
        }

        Set<Role> roles() {
            var found = rule.orElseThrow();
            return switch (found.audience()) {
                case ANYONE, SIGNED_IN -> Set.of(Role.values());
                case STAFF -> Arrays.stream(Role.values()).filter(Role::isStaff).collect(Collectors.toSet());
                case ROLES -> found.roles();
            };
        }

        private static String words(Rule rule) {
            return rule.audience() != Audience.ROLES
                    ? rule.audience().name()
                    : rule.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        }

        @Override
        public int compareTo(Entry other) {
            int byAddress = address.compareTo(other.address);
            return byAddress != 0 ? byAddress : method.compareTo(other.method);
        }
    }
}
