package io.throughline.aftersales.installed;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InstalledProductRepository extends Repository<InstalledProduct, Long> {

    InstalledProduct saveAndFlush(InstalledProduct product);

    Optional<InstalledProduct> findByCode(String code);

    Optional<InstalledProduct> findById(long id);
}
