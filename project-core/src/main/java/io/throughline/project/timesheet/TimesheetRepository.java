package io.throughline.project.timesheet;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TimesheetRepository extends Repository<Timesheet, Long> {

    Timesheet saveAndFlush(Timesheet timesheet);

    Optional<Timesheet> findByUserIdAndWeek(long user, LocalDate week);
}
