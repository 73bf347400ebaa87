package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.UndeliverableAddresses.Returned;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who an answer in a ticket is mailed to unless its writer says otherwise.
 *
 * @param to who asked; null without an address
 * @param copies the others of the customer's mails, as far as they can be reached; nobody where they are too many
 * @param left those left out because mail to them came back
 */
public record MailCircle(@Nullable Person to, List<Person> copies, List<Person> left) {

    public MailCircle {
        copies = List.copyOf(copies);
        left = List.copyOf(left);
    }

    /**
     * One of them.
     *
     * @param returned when and why a mail to the address came back; null where none did
     */
    public record Person(
            String address, @Nullable String name, @Nullable Returned returned) {

        public String shown() {
            return name == null || name.isBlank() ? address : name + " <" + address + ">";
        }
    }

    /** Those of them from whom mail came back. */
    public List<Returned> marks() {
        return Stream.concat(Stream.ofNullable(to), left.stream())
                .flatMap(person -> Stream.ofNullable(person.returned()))
                .toList();
    }

    /** As typed in a box. */
    public String copyAddresses() {
        return copies.stream().map(Person::address).collect(Collectors.joining(", "));
    }

    public String toAddress() {
        return to == null ? "" : to.address();
    }

    public boolean isNobody() {
        return to == null && copies.isEmpty();
    }
}
