package io.throughline.aftersales.desk;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReplyTemplateRepository extends Repository<ReplyTemplate, Long> {

    ReplyTemplate saveAndFlush(ReplyTemplate template);

    Optional<ReplyTemplate> findById(long id);
}
