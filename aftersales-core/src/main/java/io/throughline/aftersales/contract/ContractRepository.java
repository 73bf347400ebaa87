package io.throughline.aftersales.contract;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<ServiceContract, Long> {

    ServiceContract saveAndFlush(ServiceContract contract);

    Optional<ServiceContract> findById(long id);
}
