package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import io.throughline.web.security.AddressBook.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address of the running application as everybody. {@code permissions.csv} is the document of who may call
 * what; after a change meant so, run with {@code -Dpermissions.write=true} and read the difference.
 */
@WebTest
@Import(Statements.class)
class PermissionMatrixTests {

    private static final Path DOCUMENT = Path.of("src/test/resources/permissions.csv");
    private static final Pattern WRITE =
            Pattern.compile("^\\s*(with\\b.*\\b)?(insert|update|delete|merge)\\b", Pattern.DOTALL);

    /** Open streams, and what a browser is meant to fetch in pieces. */
    private static final Set<String> ENDLESS = Set.of("/events");

    /** Bookkeeping that a look is allowed to leave: who was refused, when a session or token was last used. */
    private static final Pattern BOOKKEEPING =
            Pattern.compile("foundation\\.(audit_entry|spring_session\\w*|api_token|sign_in_failure|call_allowance)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    AddressBook book;

    @Test
    void isTheOneThatIsWrittenDown() throws IOException {
        var now = matrix().lines();
        if (Boolean.getBoolean("permissions.write")) {
            Files.write(DOCUMENT, now);
        }

        assertThat(now).isEqualTo(Files.readAllLines(DOCUMENT));
    }

    @Test
    void hasARuleForEveryAddress() {
        assertThat(matrix().entries()).hasSizeGreaterThan(50);
        assertThat(matrix().entries())
                .filteredOn(entry -> entry.rule().isEmpty())
                .isEmpty();
    }

    @Test
    void keepsAdministrationForAdministratorsAndThePortalForCustomers() {
        var entries = matrix().entries();

        assertThat(entries)
                .filteredOn(entry -> entry.address().startsWith("/admin"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.roles()).containsExactly(Role.ADMIN));
        assertThat(entries)
                .filteredOn(entry -> entry.address().startsWith("/portal"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.roles()).containsExactly(Role.CUSTOMER));
    }

    @Test
    void sendsStrangersAwayFromEverythingThatIsNotForAnyone() {
        for (var entry : matrix().entries()) {
            if (entry.rule().orElseThrow().audience() != Audience.ANYONE && !entry.isWrite()) {
                var answer = mvc.get()
                        .uri(PermissionMatrix.filled(entry.address()))
                        .exchange()
                        .getResponse();
                if (entry.isProgram()) {
                    assertThat(answer.getStatus()).as(entry.address()).isEqualTo(401);
                } else {
                    assertThat(answer.getRedirectedUrl()).as(entry.address()).contains("/login");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesEachRoleWhatIsNotForIt(Role role) {
        var somebody = as.staff(role);
        int refused = 0;
        for (var entry : matrix().entries()) {
            if (!entry.isWrite() && !entry.roles().contains(role)) {
                assertThat(mvc.get()
                                .uri(PermissionMatrix.filled(entry.address()))
                                .with(somebody))
                        .as(role + " " + entry.address())
                        .hasStatus(403);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesEveryChangeWithoutTheAntiForgeryToken() {
        var everybody = as.staff(Role.ADMIN, Role.MANAGER, Role.PROJECT_MANAGER, Role.SUPPORT_AGENT);
        for (var entry : matrix().entries()) {
            if (entry.isWrite() && !entry.isProgram()) {
                assertThat(mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                                        HttpMethod.valueOf(entry.method()), PermissionMatrix.filled(entry.address()))
                                .with(everybody)))
                        .as(entry.method() + " " + entry.address())
                        .hasStatus(403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void looksWithoutChangingAnything(Role role) {
        var somebody = as.staff(role);
        List<String> found = new ArrayList<>();
        for (var entry : matrix().entries()) {
            if (entry.isWrite()
                    || entry.address().contains("{")
                    || ENDLESS.contains(entry.address())
                    || !entry.roles().contains(role)) {
                continue;
            }
            var seen = Statements.during(() -> mvc.get()
                    .uri(entry.address().replace("/**", ""))
                    .with(somebody)
                    .exchange());
            seen.stream()
                    .filter(sql -> WRITE.matcher(sql.toLowerCase(Locale.ROOT)).find())
                    .filter(sql ->
                            !BOOKKEEPING.matcher(sql.toLowerCase(Locale.ROOT)).find())
                    .forEach(sql -> found.add(entry.address() + ": " + sql));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MANAGER", "CUSTOMER"})
    void guardsEveryPageByItsHeaders(Role role) {
        var somebody = as.staff(role);
        for (var entry : matrix().entries()) {
            if (entry.isWrite() || entry.address().contains("{") || ENDLESS.contains(entry.address())) {
                continue;
            }
            var answer = mvc.get()
                    .uri(entry.address().replace("/**", ""))
                    .with(somebody)
                    .exchange()
                    .getResponse();
            assertThat(answer.getStatus()).as(entry.address()).isLessThan(500);
            assertThat(String.valueOf(answer.getHeader("Content-Security-Policy")))
                    .as(entry.address())
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(answer.getHeader("X-Content-Type-Options"))
                    .as(entry.address())
                    .isEqualTo("nosniff");
            assertThat(answer.getHeader("Referrer-Policy")).as(entry.address()).isNotNull();
            assertThat(String.valueOf(answer.getHeader("Cache-Control")))
                    .as(entry.address())
                    .contains("no-store");
        }
    }

    @Test
    void guardsRefusalsToo() {
        for (var address : List.of("/no/such/address", "/error/forbidden", "/admin/users", "/login?refused")) {
            assertThat(mvc.get().uri(address).with(as.staff(Role.SALES)))
                    .headers()
                    .containsHeaders(
                            "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control");
        }
    }

    private PermissionMatrix matrix() {
        return PermissionMatrix.of(mapping, book);
    }
}
