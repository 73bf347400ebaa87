package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.aftersales.mail.mime.ParsedMail;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what would become of a mail, and keeps nothing of it. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.ADMIN, Role.MANAGER})
public class MailBench {

    private final MailPlanner planner;
    private final JdbcClient jdbc;

    /**
     * @param outcome null where it would be refused
     * @param ticket number of the ticket it would join
     * @param related number of the ticket it names but may not join
     * @param customer short name of the customer it would belong to
     * @param automatic whether a machine wrote it
     * @param silence why it would get no automatic answer; null where it would
     */
    public record Verdict(
            ParsedMail mail,
            List<MailFile> files,
            MailReason reason,
            @Nullable MailOutcome outcome,
            @Nullable String ticket,
            @Nullable String related,
            @Nullable String customer,
            boolean contact,
            boolean colleague,
            boolean automatic,
            @Nullable Silence silence) {}

    public Verdict judge(Viewer viewer, byte[] source) {
        var mail = MailReader.read(source);
        var plan = planner.plan(mail);
        return new Verdict(
                mail,
                mail.attachments().stream()
                        .map(file -> new MailFile(
                                file.name(), file.type(), file.content().length, file.inline(), null, null))
                        .toList(),
                plan.reason(),
                plan.outcome(),
                number(plan.ticket()),
                number(plan.related()),
                customer(plan.sender().customerId()),
                plan.sender().contactId() != null,
                plan.sender().colleague(),
                plan.nature().kind() != MailNature.Kind.PERSON,
                plan.silence());
    }

    private @Nullable String number(@Nullable Long ticket) {
        return ticket == null
                ? null
                : jdbc.sql("select number from aftersales.ticket where id = ?")
                        .param(ticket)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    private @Nullable String customer(@Nullable Long id) {
        return id == null
                ? null
                : jdbc.sql("select short_name from foundation.customer where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
