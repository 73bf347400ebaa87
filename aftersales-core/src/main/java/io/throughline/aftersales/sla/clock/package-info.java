/** The engine of promised times: a pure function from a ticket's past, a calendar and a target to a due time and its reasons. */
@NullMarked
@NamedInterface("clock")
package io.throughline.aftersales.sla.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
