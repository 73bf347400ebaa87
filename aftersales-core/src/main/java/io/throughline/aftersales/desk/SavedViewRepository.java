package io.throughline.aftersales.desk;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SavedViewRepository extends Repository<SavedView, Long> {

    SavedView saveAndFlush(SavedView view);

    Optional<SavedView> findById(long id);
}
