package io.throughline.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class ApiTokensTests {

    @Autowired
    ApiTokens tokens;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    EntityManager entities;

    private Viewer owner;
    private Viewer other;

    @BeforeEach
    void twoPeople() {
        owner = person("token-owner");
        other = person("token-other");
    }

    @Test
    void findsALivingTokenByItsTextOnly() {
        var issued = tokens.create(owner, new CreateToken("脚本", Set.of("tickets:read"), null));

        assertThat(tokens.find(issued.token()).orElseThrow().userId())
                .isEqualTo(owner.id().value());
        assertThat(tokens.find(issued.token() + "x")).isEmpty();
        assertThat(tokens.list(owner)).singleElement().satisfies(row -> assertThat(row.toString())
                .doesNotContain(issued.token()));
    }

    @Test
    void isRevokedByItsOwnerAlone() {
        var issued = tokens.create(owner, new CreateToken("脚本", Set.of("*"), 1));

        assertThatThrownBy(() -> tokens.revoke(other, issued.id())).isInstanceOf(NotFound.class);
        tokens.revoke(owner, issued.id());
        assertThat(tokens.find(issued.token())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*, tickets, true, true",
        "tickets:read, tickets, false, true",
        "tickets:read, tickets, true, false",
        "tickets:write, tickets, false, true",
        "tickets:write, projects, false, false"
    })
    void coversWhatItsScopesSay(String scope, String resource, boolean write, boolean covered) {
        assertThat(new ApiTokens.LiveToken(1, "x", Set.of(scope)).covers(resource, write))
                .isEqualTo(covered);
    }

    /** RFC 6238, appendix B, SHA-1, cut to six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void computesOneTimeCodes(long second, String code) {
        var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertThat(Totp.codeAt(secret, second / 30)).isEqualTo(code);
        assertThat(Totp.matchingStep(secret, code, Instant.ofEpochSecond(second + 29)))
                .isPresent();
        assertThat(Totp.matchingStep(secret, code, Instant.ofEpochSecond(second + 90)))
                .isEmpty();
    }

    private Viewer person(String login) {
        var id = users.create(
                Viewer.system("test"),
                new CreateUser(login, login, null, null, Set.of(Role.PROJECT_MANAGER), null, null));
        entities.flush();
        return viewers.load(id).orElseThrow();
    }
}
