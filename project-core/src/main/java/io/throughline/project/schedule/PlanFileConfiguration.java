package io.throughline.project.schedule;

import io.throughline.project.schedule.planfile.PlanFileLimits;
import io.throughline.project.schedule.planfile.PlanFileReader;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much a plan file may ask for, as the operator sets it. */
@Configuration(proxyBeanMethods = false)
class PlanFileConfiguration {

    @Bean
    PlanFileLimits planFileLimits(
            @Value("${throughline.plan-file.size:50MB}") DataSize size,
            @Value("${throughline.plan-file.unpacked:200MB}") DataSize unpacked,
            @Value("${throughline.plan-file.tasks:100000}") int tasks,
            @Value("${throughline.plan-file.columns:256}") int columns,
            @Value("${throughline.plan-file.time:60s}") Duration time,
            @Value("${throughline.plan-file.at-once:2}") int atOnce) {
        var usual = PlanFileLimits.DEFAULT;
        return new PlanFileLimits(
                size.toBytes(),
                unpacked.toBytes(),
                usual.zipEntries(),
                usual.zipRatio(),
                usual.xmlDepth(),
                usual.xmlElements(),
                tasks,
                columns,
                time,
                atOnce);
    }

    @Bean
    PlanFileReader planFileReader(PlanFileLimits limits) {
        return new PlanFileReader(limits);
    }
}
