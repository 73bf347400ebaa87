package io.throughline.aftersales.automation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AutomationRuleRepository extends Repository<AutomationRule, Long> {

    AutomationRule saveAndFlush(AutomationRule rule);

    Optional<AutomationRule> findById(long id);
}
