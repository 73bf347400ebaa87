/** Where the boxes of a network diagram lie and how its arrows run: pure, without pixels. */
@NullMarked
@NamedInterface("diagram")
package io.throughline.project.schedule.diagram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
