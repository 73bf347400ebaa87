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

    /** So many places one after the other, where {@link #after} would give one. */
    static long[] after(List<Task> siblings, @Nullable Task before, int count) {
        int index = before == null ? -1 : indexOf(siblings, before);
        boolean last = index + 1 == siblings.size();
        long low = index < 0 ? 0 : siblings.get(index).getPosition();
        long high = last
                ? low + (count + 1L) * TaskDesk.GAP
                : siblings.get(index + 1).getPosition();
        if (high - low <= count) {
            for (int i = 0; i < siblings.size(); i++) {
                var sibling = siblings.get(i);
                sibling.moveTo(sibling.getParentId(), (i + 1L + (i > index ? count : 0)) * TaskDesk.GAP);
            }
            low = (index + 1L) * TaskDesk.GAP;
            high = low + (count + 1L) * TaskDesk.GAP;
        }
        var places = new long[count];
        for (int i = 0; i < count; i++) {
            places[i] = low + (high - low) * (i + 1) / (count + 1);
        }
        return places;
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
