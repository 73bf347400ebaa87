package io.throughline.aftersales.ticket;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TicketRepository extends Repository<Ticket, Long> {

    /** Writes at once, so that what is kept beside the entity (history, facts) finds the row. */
    Ticket saveAndFlush(Ticket ticket);

    List<Ticket> saveAllAndFlush(Iterable<Ticket> batch);

    List<Ticket> findByIdIn(Collection<Long> ids);

    /** Commands on one ticket wait for each other instead of failing. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.id = :id")
    Optional<Ticket> lockById(long id);
}
