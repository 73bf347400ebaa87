package io.throughline.foundation.calendar;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CalendarRepository extends Repository<StoredCalendar, Long> {

    StoredCalendar save(StoredCalendar calendar);

    Optional<StoredCalendar> findById(long id);
}
