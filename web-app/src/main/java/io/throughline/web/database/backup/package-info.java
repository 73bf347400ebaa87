/** Backup and restore as commands of the product: every table by COPY out of one snapshot, with counts and hashes. */
@NullMarked
@NamedInterface("backup")
package io.throughline.web.database.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
