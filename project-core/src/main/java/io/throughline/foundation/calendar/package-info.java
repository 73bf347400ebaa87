/**
 * Working calendars: weekly hours, holidays, make-up workdays and breaks in a zone; and the one working-time engine that
 * schedules, service clocks, time sheets and dispatch count with.
 */
@NullMarked
@ApplicationModule(
        id = "foundation.calendar",
        displayName = "Working calendars",
        allowedDependencies = {"foundation.model", "foundation.people"})
package io.throughline.foundation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
