package io.throughline.aftersales.desk;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MacroRepository extends Repository<Macro, Long> {

    Macro saveAndFlush(Macro macro);

    Optional<Macro> findById(long id);
}
