package io.throughline.project.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places between siblings, in steps wide enough that inserting seldom needs to move the others. */
final class Positions {

    private Positions() {}

    /**
     * A place right after {@code before}, or first when it is null. Where the gap is used up the siblings are spread anew;
     * they must be managed entities.
     */
    static long after(List<Task> siblings, @Nullable Task before) {
        int index = before == null ? -1 : indexOf(siblings, before);
        long low = index < 0 ? 0 : siblings.get(index).getPosition();
        if (index + 1 == siblings.size()) {
            return low + TaskDesk.GAP;
        }
        long high = siblings.get(index + 1).getPosition();
        if (high - low > 1) {
            return low + (high - low) / 2;
        }
        for (int i = 0; i < siblings.size(); i++) {
            var sibling = siblings.get(i);
            sibling.moveTo(sibling.getParentId(), (i + 1) * TaskDesk.GAP);
        }
        return (index + 1) * TaskDesk.GAP + TaskDesk.GAP / 2;
    }

    private static int indexOf(List<Task> siblings, Task task) {
        for (int i = 0; i < siblings.size(); i++) {
            if (siblings.get(i).requireId() == task.requireId()) {
                return i;
            }
        }
        return siblings.size() - 1;
    }
}
