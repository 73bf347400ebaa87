package io.throughline.project.schedule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Minutes that people type and read on a form in greater units; programs send and get the minutes. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface TypedInUnits {

    /** A working day of a plan. */
    int DAYS = 480;

    int HOURS = 60;

    /** Minutes of one unit. */
    int value();
}
