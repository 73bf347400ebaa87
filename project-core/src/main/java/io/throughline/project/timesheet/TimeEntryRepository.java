package io.throughline.project.timesheet;

import java.util.List;
import org.springframework.data.repository.Repository;

interface TimeEntryRepository extends Repository<TimeEntry, Long> {

    TimeEntry save(TimeEntry entry);

    TimeEntry saveAndFlush(TimeEntry entry);

    void delete(TimeEntry entry);

    void flush();

    List<TimeEntry> findByTimesheetIdOrderByDayAscIdAsc(long timesheet);
}
