package io.throughline.aftersales.survey;

import io.throughline.foundation.model.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links to invitations; only the hash of a link's secret is kept. */
@Component
@RequiredArgsConstructor
class SurveyTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A further link, shown this once. */
    String make(long invitation) {
        var token = LinkToken.create();
        jdbc.sql("insert into aftersales.survey_link (token_hash, invitation_id, made_at) values (?, ?, ?)")
                .params(LinkToken.hash(token), invitation, Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    void forgetAll(long invitation) {
        jdbc.sql("delete from aftersales.survey_link where invitation_id = ?")
                .param(invitation)
                .update();
    }

    Optional<Long> invitation(String token) {
        return jdbc.sql("select invitation_id from aftersales.survey_link where token_hash = ?")
                .param(LinkToken.hash(token))
                .query(Long.class)
                .optional();
    }
}
