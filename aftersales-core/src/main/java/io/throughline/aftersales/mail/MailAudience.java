package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.MailAddresses;
import io.throughline.aftersales.ticket.Mailing;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.notification.Letter;
import io.throughline.foundation.people.Viewer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles whom an answer is mailed to: what its writer typed, or who takes part. */
@Component
@RequiredArgsConstructor
class MailAudience {

    private static final Viewer SYSTEM = Viewer.system("mail");
    private static final int MOST = 20;

    private final MailCircles circles;
    private final OurAddresses addresses;

    /**
     * Addresses of a mail.
     *
     * @param to never empty where there is anybody
     */
    record People(List<String> to, List<String> copies) {

        List<String> all() {
            return Stream.concat(to.stream(), copies.stream()).toList();
        }
    }

    /**
     * Throws {@link RuleViolation} at {@code to} or {@code cc} for what is no address, for one of our own, and for more than
     * twenty.
     */
    People of(long ticket, Mailing wanted) {
        var usual = wanted.to() == null || wanted.copies() == null ? circles.of(SYSTEM, new TicketId(ticket)) : null;
        var to = wanted.to() == null && usual != null
                ? usual.to() == null ? Set.<String>of() : Set.of(usual.to().address())
                : typed(wanted.to(), "to");
        var copies = new LinkedHashSet<String>(
                wanted.copies() == null && usual != null
                        ? usual.copies().stream()
                                .map(MailCircle.Person::address)
                                .toList()
                        : typed(wanted.copies(), "cc"));
        copies.removeAll(to);
        if (to.size() + copies.size() > MOST + 1) {
            throw new RuleViolation("aftersales.mail.tooManyRecipients", MOST).at("cc");
        }
        return to.isEmpty()
                ? new People(List.copyOf(copies), List.of())
                : new People(List.copyOf(to), List.copyOf(copies));
    }

    private Set<String> typed(@Nullable String text, String field) {
        var found = new LinkedHashSet<String>();
        if (text == null || text.isBlank()) {
            return found;
        }
        var ours = addresses.all();
        for (var part : text.split("[,;，；、\\r\\n]+")) {
            if (part.isBlank()) {
                continue;
            }
            var address = MailAddresses.parse(part).stream()
                    .map(MailAddress::address)
                    .filter(Letter::isAddress)
                    .findFirst()
                    .orElseThrow(() -> new RuleViolation("aftersales.mail.noAddress", part.strip()).at(field));
            if (addresses.include(address, ours)) {
                throw new RuleViolation("aftersales.mail.ownAddress", address).at(field);
            }
            found.add(address);
        }
        return found;
    }
}
