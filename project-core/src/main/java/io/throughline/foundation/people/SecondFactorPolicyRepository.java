package io.throughline.foundation.people;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SecondFactorPolicyRepository extends Repository<SecondFactorPolicy, Long> {

    SecondFactorPolicy save(SecondFactorPolicy policy);

    Optional<SecondFactorPolicy> findById(long id);
}
