package io.throughline.foundation.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, Long> {

    Customer saveAndFlush(Customer record);

    Optional<Customer> findById(long id);

    Optional<Customer> findByCreditCode(String creditCode);

    List<Customer> findByIdBetween(long firstId, long lastId);
}
