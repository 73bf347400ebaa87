package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which roles must use a second factor. Whoever holds one and has none set up reaches nothing but the page that sets it up,
 * from the next request on, see {@link Viewer#secondFactorOwed()}.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SecondFactorRules {

    /** Of the one rule there is. */
    public static final long ID = 1;

    private static final int MOST = 200;

    private final SecondFactorPolicyRepository policies;
    private final JdbcClient jdbc;

    /** Throws {@link io.throughline.foundation.model.StaleVersion} when somebody else changed the rule meanwhile. */
    public void require(Viewer viewer, RequireSecondFactor command) {
        var policy = policy();
        policy.requireVersion(command.version());
        policy.require(command.roles());
        policies.save(policy);
    }

    @Transactional(readOnly = true)
    public RequireSecondFactor current(Viewer viewer) {
        var policy = policy();
        return new RequireSecondFactor(Set.copyOf(policy.getRoles()), policy.getVersion());
    }

    /** Active people of these roles who have not set it up yet, by name; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Owing> owing(Viewer viewer) {
        return jdbc.sql("""
                        select u.login, u.name, u.last_sign_in_at is null as never_came from foundation.app_user u
                         where u.active and u.totp_secret is null
                           and exists (select 1 from foundation.user_role r
                                         join foundation.second_factor_role f on f.role = r.role
                                        where r.user_id = u.id)
                         order by u.name collate "zh-Hans-CN-x-icu", u.id limit %d
                        """.formatted(MOST)).query(Owing.class).list();
    }

    private SecondFactorPolicy policy() {
        return policies.findById(ID).orElseThrow(() -> new NotFound("second factor policy", ID));
    }

    /** Somebody who has to set up a second factor. */
    public record Owing(String login, String name, boolean neverCame) {}
}
