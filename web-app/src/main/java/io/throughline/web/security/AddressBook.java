package io.throughline.web.security;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All address rules of the application; the most specific pattern decides, and an address without one is refused.
 *
 * <p>Of two rules with the same pattern the one that names the method wins.
 */
public final class AddressBook {

    private static final Comparator<Rule> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR)
            .thenComparing(rule -> rule.method() == null);

    private final List<Rule> rules = new ArrayList<>();

    /** Nobody needs to be signed in. */
    public AddressBook anyone(String... patterns) {
        return add(null, Audience.ANYONE, Set.of(), patterns);
    }

    public AddressBook anyone(HttpMethod method, String pattern) {
        return add(method, Audience.ANYONE, Set.of(), pattern);
    }

    /** Everybody who is signed in, customers included. */
    public AddressBook signedIn(String... patterns) {
        return add(null, Audience.SIGNED_IN, Set.of(), patterns);
    }

    /** Everybody who works in the company. */
    public AddressBook staff(String... patterns) {
        return add(null, Audience.STAFF, Set.of(), patterns);
    }

    public AddressBook roles(String pattern, Role... roles) {
        return add(null, Audience.ROLES, Set.of(roles), pattern);
    }

    public AddressBook roles(HttpMethod method, String pattern, Role... roles) {
        return add(method, Audience.ROLES, Set.of(roles), pattern);
    }

    private AddressBook add(@Nullable HttpMethod method, Audience audience, Set<Role> roles, String... patterns) {
        for (var pattern : patterns) {
            rules.add(new Rule(PathPatternParser.defaultInstance.parse(pattern), method, audience, roles));
        }
        rules.sort(MOST_SPECIFIC_FIRST);
        return this;
    }

    /** All rules, the most specific pattern first. */
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The rule for the address; empty means refused. */
    public Optional<Rule> ruleFor(HttpMethod method, String path) {
        var parsed = PathContainer.parsePath(path);
        return rules.stream()
                .filter(rule -> rule.method() == null || rule.method().equals(method))
                .filter(rule -> rule.pattern().matches(parsed))
                .findFirst();
    }

    /**
     * @param pattern of the path
     * @param method null for all methods
     * @param audience who, in general
     * @param roles any of these, for {@link Audience#ROLES}
     */
    public record Rule(PathPattern pattern, @Nullable HttpMethod method, Audience audience, Set<Role> roles) {

        public boolean permits(@Nullable Viewer viewer) {
            return switch (audience) {
                case ANYONE -> true;
                case SIGNED_IN -> viewer != null;
                case STAFF -> viewer != null && viewer.isStaff();
                case ROLES -> viewer != null && roles.stream().anyMatch(viewer::has);
            };
        }
    }

    /** Who may call an address. */
    public enum Audience {
        ANYONE,
        SIGNED_IN,
        STAFF,
        ROLES
    }
}
