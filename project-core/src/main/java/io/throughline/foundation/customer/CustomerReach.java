package io.throughline.foundation.customer;

import io.throughline.foundation.people.Viewer;
import java.util.Optional;

/**
 * A way by which somebody who does not see every customer comes to see some, such as the own projects or the own tickets;
 * one bean in the feature that owns the way.
 */
public interface CustomerReach {

    /**
     * A condition on {@code foundation.customer c} without parameters; it holds no input but the viewer's id, a number.
     * Empty when this is no way for the viewer.
     */
    Optional<String> of(Viewer viewer);
}
