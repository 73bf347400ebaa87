package io.throughline.aftersales.assignment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssignmentRuleRepository extends Repository<AssignmentRule, Long> {

    AssignmentRule saveAndFlush(AssignmentRule rule);

    void delete(AssignmentRule rule);

    /** So that what is removed is gone for plain SQL of the same transaction. */
    void flush();

    Optional<AssignmentRule> findByTeamId(long teamId);
}
