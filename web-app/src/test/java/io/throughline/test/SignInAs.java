package io.throughline.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.web.security.SignedIn;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Users for page tests: {@code mvc.get().uri("/my").with(as.staff(Role.MANAGER))}. */
@TestComponent
public class SignInAs {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    private Users users;

    @Autowired
    private Viewers viewers;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    /** A new user with these roles, signed in. */
    public RequestPostProcessor staff(Role... roles) {
        return user(create(roles));
    }

    /** The user, signed in. */
    public RequestPostProcessor user(Viewer viewer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.id().value(), viewer.login()), null, List.of()));
    }

    public Viewer create(Role... roles) {
        var login = "test" + COUNTER.incrementAndGet();
        return load(users.create(
                Viewer.system("test"),
                new CreateUser(login, "测试" + login, login + "@example.com", null, Set.of(roles), null, null)));
    }

    /** The portal user of a contact. */
    public Viewer contact(long contactId) {
        var login = "contact" + COUNTER.incrementAndGet();
        return load(users.create(
                Viewer.system("test"),
                new CreateUser(login, "联系" + login, null, null, Set.of(Role.CUSTOMER), null, contactId)));
    }

    /** The user of the sign-in name as things stand now. */
    public Viewer named(String login) {
        var id = jdbc.sql("select id from foundation.app_user where login = ?")
                .param(login)
                .query(Long.class)
                .single();
        return load(new UserId(id));
    }

    private Viewer load(UserId id) {
        entities.flush();
        return viewers.load(id).orElseThrow();
    }
}
