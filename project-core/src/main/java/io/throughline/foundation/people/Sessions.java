package io.throughline.foundation.people;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends sessions on every node within the caller's transaction: all nodes read them from the database. */
@Component
@RequiredArgsConstructor
class Sessions {

    private final JdbcClient jdbc;

    /** @param kept id of a session that lives on; null for none */
    void end(String login, @Nullable String kept) {
        jdbc.sql("delete from foundation.spring_session where principal_name = ? and session_id <> ?")
                .params(login, kept == null ? "" : kept)
                .update();
    }
}
