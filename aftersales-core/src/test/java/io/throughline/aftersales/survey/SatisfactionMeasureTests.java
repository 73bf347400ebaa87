package io.throughline.aftersales.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValue;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class SatisfactionMeasureTests {

    private static final KpiQuery QUERY =
            new KpiQuery(Period.month(YearMonth.of(2020, 5)), LocalDate.of(2020, 6, 30), ZoneId.of("Asia/Shanghai"));

    @Autowired
    Kpis kpis;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;

    @BeforeEach
    void somebodyWhoSeesAll() {
        manager = given.staff(Role.MANAGER);
    }

    /** Worked example V9 of the catalogue. */
    @Test
    void computesTheNetPromoterScore() {
        for (int rating : new int[] {9, 10, 10, 9, 8, 7, 7, 6, 3, 10}) {
            answered("NPS", given.contact(given.customer(), false).value(), rating, "2020-05-10 10:00+08");
        }

        assertThat(value("nps").value()).isEqualByComparingTo("30");
        assertThat(listed("nps")).isEqualTo(10);
    }

    @Test
    void countsTheLatestOfAContactsAnswersWithinNinetyDays() {
        long contact = given.contact(given.customer(), false).value();
        answered("NPS", contact, 2, "2020-05-10 10:00+08");
        answered("NPS", contact, 10, "2020-05-20 10:00+08");

        assertThat(value("nps").value()).isEqualByComparingTo("100");
        assertThat(listed("nps")).isOne();
    }

    @Test
    void takesFiveToSevenForEasy() {
        for (int rating : new int[] {7, 5, 4, 1}) {
            answered("CES", given.contact(given.customer(), false).value(), rating, "2020-05-10 10:00+08");
        }

        assertThat(value("ces").value()).isEqualByComparingTo("50");
    }

    @Test
    void takesFourAndFiveForSatisfied() {
        for (int rating : new int[] {5, 4, 3}) {
            answered("CSAT", given.contact(given.customer(), false).value(), rating, "2020-05-10 10:00+08");
        }

        assertThat(value("csat").value()).isEqualByComparingTo("66.666667");
        assertThat(listed("csat")).isEqualTo(3);
    }

    @Test
    void leavesOutWhatCameBackOfTheResponseRate() {
        for (var how : List.of("answered_at", "bounced_at", "revoked_at")) {
            long contact = given.contact(given.customer(), false).value();
            jdbc.sql("""
                            insert into aftersales.survey_invitation
                                   (id, version, survey_id, kind, subject_type, subject_id, occasion, contact_id, invited_at,
                                    sent_at, expires_at, %s, created_at, changed_at)
                            select nextval('foundation.id_seq'), 0, id, kind, 'CONTACT', :contact, 0, :contact, :at, :at, :at,
                                   :at, :at, :at
                              from aftersales.survey where number = 1
                            """.formatted(how))
                    .param("contact", contact)
                    .param("at", java.sql.Timestamp.valueOf("2020-05-10 10:00:00"))
                    .update();
        }

        assertThat(value("response-rate")).satisfies(rate -> {
            assertThat(rate.met()).isOne();
            assertThat(rate.n()).isEqualTo(2);
        });
        assertThat(listed("response-rate")).isEqualTo(2);
    }

    private KpiValue value(String id) {
        return kpis.tiles(manager, List.of(id), QUERY).get(0).now();
    }

    private long listed(String id) {
        return kpis.rows(manager, id, QUERY, KpiSource.Part.ALL, PageRequest.first(25))
                .rows()
                .size();
    }

    private void answered(String kind, long contact, int rating, String at) {
        jdbc.sql("""
                        insert into aftersales.survey_response
                               (id, version, survey_id, kind, contact_id, rating, channel, answered_at, created_at, changed_at)
                        select nextval('foundation.id_seq'), 0, id, :kind, :contact, :rating, 'LINK', t, t, t
                          from aftersales.survey, cast(:at as timestamptz) as t where number = 1
                        """)
                .param("kind", kind)
                .param("contact", contact)
                .param("rating", rating)
                .param("at", at)
                .update();
    }
}
