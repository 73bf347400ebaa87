package io.throughline.aftersales.ticket;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, Long> {

    Message saveAndFlush(Message message);

    Optional<Message> findById(long id);

    long countByTicketIdAndVisibility(long ticketId, Visibility visibility);
}
