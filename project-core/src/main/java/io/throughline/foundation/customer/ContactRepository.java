package io.throughline.foundation.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ContactRepository extends Repository<Contact, Long> {

    Contact saveAndFlush(Contact record);

    Optional<Contact> findById(long id);

    List<Contact> findByCustomerIdAndActiveTrue(long customerId);

    List<Contact> findByIdBetweenAndActiveTrue(long firstId, long lastId);
}
