package io.throughline.aftersales.contract;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the account executive once, so many days before a contract ends as it says, unless the next one is drafted already.
 * A contract whose end is moved is told of anew.
 */
@Component
@RequiredArgsConstructor
class RenewalNotices implements RecurringWork {

    static final String ENDING = "aftersales.contract.notice.ending";

    private static final String DUE = """
            update aftersales.service_contract k set noticed_at = :now
              from foundation.customer c
             where c.id = k.customer_id and k.state = 'ACTIVE' and k.noticed_at is null and k.ends_on >= :today
               and k.ends_on - k.notice_days <= :today
               and not exists (select 1 from aftersales.service_contract n
                                where n.follows_id = k.id and n.state <> 'CANCELLED')
            returning k.id, k.ends_on, c.account_executive_id
            """;

    private final Notifications notifications;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "aftersales.contract.renewals";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(8, 15), zone());
    }

    @Override
    public void run(Instant now) {
        transactions.executeWithoutResult(status -> jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .param("today", LocalDate.ofInstant(now, zone()))
                .query(Ending.class)
                .list()
                .forEach(this::tell));
    }

    private record Ending(
            long id, LocalDate endsOn, @Nullable Long accountExecutiveId) {}

    private void tell(Ending contract) {
        if (contract.accountExecutiveId() != null) {
            notifications.notify(
                    Set.of(new UserId(contract.accountExecutiveId())),
                    ContractSubject.of(new ContractId(contract.id())),
                    ENDING,
                    Map.of("day", contract.endsOn().toString()));
        }
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    /** What people may choose to hear about contracts, and how. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        static NoticeKind contractEndingNotice() {
            return NoticeKind.inboxAndMail(ENDING);
        }
    }
}
