package io.throughline.project.resource;

import io.throughline.foundation.people.UserSaved;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the pool are called as the users they are, and are offered no more once they have left. */
@Component
@RequiredArgsConstructor
class PoolPeople {

    private final JdbcClient jdbc;

    @EventListener
    void on(UserSaved saved) {
        jdbc.sql("""
                        update project.resource set name = :name, active = active and :active, version = version + 1
                         where user_id = :user and (name <> :name or active and not :active)
                        """)
                .param("name", saved.name())
                .param("active", saved.active())
                .param("user", saved.id().value())
                .update();
    }
}
