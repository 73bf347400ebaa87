/** The load generator: fills a database with so many consistent rows that sizes and speeds can be measured. */
@NullMarked
@NamedInterface("load")
package io.throughline.web.demo.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
