package io.throughline.aftersales.mail;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MailboxRepository extends Repository<Mailbox, Long> {

    Mailbox saveAndFlush(Mailbox mailbox);

    Optional<Mailbox> findById(long id);

    boolean existsByAddressAndIdNot(String address, long id);
}
