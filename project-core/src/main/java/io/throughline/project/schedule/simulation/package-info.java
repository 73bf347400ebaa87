/** How sure dates are: the whole plan computed thousands of times with durations drawn from estimates. Pure, seeded. */
@NullMarked
@NamedInterface("simulation")
package io.throughline.project.schedule.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
