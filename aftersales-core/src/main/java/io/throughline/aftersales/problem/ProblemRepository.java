package io.throughline.aftersales.problem;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProblemRepository extends Repository<Problem, Long> {

    Problem saveAndFlush(Problem problem);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Problem p where p.number = ?1")
    Optional<Problem> lock(String number);
}
