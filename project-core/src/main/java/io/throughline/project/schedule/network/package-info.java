/** The scheduling engine: a pure function from a network of tasks and links to dates, slack and their reasons. */
@NullMarked
@NamedInterface("network")
package io.throughline.project.schedule.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
