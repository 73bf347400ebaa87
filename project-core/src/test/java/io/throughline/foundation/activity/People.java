package io.throughline.foundation.activity;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes people for tests: staff in the database, customers as they look when signed in. */
@Component("peopleForTests")
@Transactional
public class People {

    private final Users users;
    private final Viewers viewers;
    private final EntityManager entities;

    People(Users users, Viewers viewers, EntityManager entities) {
        this.users = users;
        this.viewers = viewers;
        this.entities = entities;
    }

    public Viewer anAgent(String name) {
        return aUser(name, Role.SUPPORT_AGENT);
    }

    public Viewer aUser(String name, Role... roles) {
        var login = "u" + UUID.randomUUID().toString().substring(0, 10);
        var id =
                users.create(Viewer.system("test"), new CreateUser(login, name, null, null, Set.of(roles), null, null));
        entities.flush();
        return viewers.load(id).orElseThrow();
    }

    /** Not stored: enough for whatever only asks who is looking. */
    public static Viewer aCustomer() {
        return new Viewer(
                new UserId(77),
                "customer",
                "刘洋",
                Set.of(Role.CUSTOMER),
                Set.of(),
                5L,
                6L,
                false,
                Locale.SIMPLIFIED_CHINESE,
                ZoneOffset.UTC,
                false);
    }
}
