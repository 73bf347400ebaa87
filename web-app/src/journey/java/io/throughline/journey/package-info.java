/** Walks of people through the running application in a real browser, and a crawl of every page. */
@NullMarked
package io.throughline.journey;

import org.jspecify.annotations.NullMarked;
