/** Resource leveling: moves work in time until nobody is needed more than there is of them. Pure, without database or clock. */
@NullMarked
@NamedInterface("leveling")
package io.throughline.project.schedule.leveling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
