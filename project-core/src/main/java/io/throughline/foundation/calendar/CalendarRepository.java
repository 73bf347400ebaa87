package io.throughline.foundation.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CalendarRepository extends Repository<StoredCalendar, Long> {

    /** Written at once, so that a query in the same transaction sees it. */
    StoredCalendar saveAndFlush(StoredCalendar calendar);

    List<StoredCalendar> saveAllAndFlush(Iterable<StoredCalendar> calendars);

    Optional<StoredCalendar> findById(long id);

    boolean existsById(long id);
}
