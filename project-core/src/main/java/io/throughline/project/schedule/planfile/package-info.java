/** Reads plan files of other programs (Microsoft Project, Primavera, spreadsheets) into plain records, safely. */
@NullMarked
@NamedInterface("planfile")
package io.throughline.project.schedule.planfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
