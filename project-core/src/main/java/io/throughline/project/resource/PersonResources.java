package io.throughline.project.resource;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The resource a user is in the pool, made where there is none yet. */
@Component
@RequiredArgsConstructor
class PersonResources {

    private final ResourceRepository resources;
    private final JdbcClient jdbc;

    Resource of(long user) {
        return resources.findByUserId(user).orElseGet(() -> {
            var name = jdbc.sql("select name from foundation.app_user where id = ?")
                    .param(user)
                    .query(String.class)
                    .single();
            var fresh = new Resource(null, name, ResourceKind.PERSON);
            fresh.standFor(user);
            return resources.saveAndFlush(fresh);
        });
    }
}
