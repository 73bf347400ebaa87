package io.throughline.aftersales.mail;

import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.MessageSubject;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.attachment.AttachmentContent;
import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The files of an answer on their way by mail: with it as long as they are small enough together, by a signed link where
 * they are not. Whoever holds the link reads the file, as whoever holds the mail would; it ends after sixty days, or when
 * the file is taken off the ticket.
 */
@Service
@Allow(anyone = true)
public class MailedFiles {

    static final int DAYS = 60;
    private static final int MEBIBYTE = 1 << 20;
    private static final Viewer SYSTEM = Viewer.system("mail");

    private final AttachmentQueries attachments;
    private final Instance instance;
    private final Clock clock;
    private final long most;

    MailedFiles(
            AttachmentQueries attachments,
            Instance instance,
            Clock clock,
            @Value("${throughline.mail.files-mebibytes:10}") long mebibytes) {
        this.attachments = attachments;
        this.instance = instance;
        this.clock = clock;
        this.most = mebibytes * MEBIBYTE;
    }

    /** What goes with a mail, and what its reader is led to. */
    record Load(List<Long> carried, List<Link> links, LocalDate until) {}

    record Link(String name, long size, String path) {}

    /** The files of a public message, in their order. */
    Load of(long message) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS);
        var carried = new ArrayList<Long>();
        var links = new ArrayList<Link>();
        long sum = 0;
        for (var file : attachments.list(SYSTEM, MessageSubject.of(new MessageId(message)))) {
            if (file.visibility() != Visibility.EVERYONE) {
                continue;
            }
            if (sum + file.size() <= most) {
                sum += file.size();
                carried.add(file.id());
            } else {
                links.add(link(file, until));
            }
        }
        return new Load(carried, links, until);
    }

    private Link link(AttachmentRow file, LocalDate until) {
        var claim = Long.toString(file.id(), 36) + "-" + Long.toString(until.toEpochDay(), 36);
        return new Link(file.fileName(), file.size(), "/f/" + claim + "-" + instance.seal("file:" + claim));
    }

    /** Throws {@link NotFound} for a forged or old link, and for a file that is no longer the customer's to read. */
    public AttachmentContent open(String token) {
        int seal = token.lastIndexOf('-');
        int day = seal <= 0 ? -1 : token.lastIndexOf('-', seal - 1);
        if (day <= 0 || !instance.isSealed("file:" + token.substring(0, seal), token.substring(seal + 1))) {
            throw new NotFound("file", token);
        }
        var until = LocalDate.ofEpochDay(Long.parseLong(token.substring(day + 1, seal), 36));
        if (until.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new NotFound("file", token);
        }
        return attachments.openForEveryone(SYSTEM, new AttachmentId(Long.parseLong(token.substring(0, day), 36)));
    }
}
