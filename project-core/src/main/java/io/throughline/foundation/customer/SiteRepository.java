package io.throughline.foundation.customer;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SiteRepository extends Repository<Site, Long> {

    Site saveAndFlush(Site record);

    Optional<Site> findById(long id);
}
