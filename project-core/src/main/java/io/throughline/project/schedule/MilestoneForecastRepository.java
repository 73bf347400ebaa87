package io.throughline.project.schedule;

import org.springframework.data.repository.Repository;

interface MilestoneForecastRepository extends Repository<MilestoneForecast, Long> {

    MilestoneForecast save(MilestoneForecast saved);
}
