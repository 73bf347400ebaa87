package io.throughline.aftersales.feedback;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, Long> {

    Complaint saveAndFlush(Complaint complaint);

    Optional<Complaint> findByTicketId(long ticketId);

    void delete(Complaint complaint);
}
