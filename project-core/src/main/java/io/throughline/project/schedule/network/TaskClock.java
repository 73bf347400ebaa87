package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.List;

/**
 * Working time seen from one task or link: where its work ends when it starts here, where it must start to end there,
 * how far a lag reaches. All times are {@link Seconds}.
 *
 * <p>A task without parts works on its own hours. With parts (resources with hours of their own) it starts with the first
 * and ends with the last of them. Work that runs out at closing time ends there; work counted back to an opening starts
 * there; a milestone stays where it is put, at a closing time too, unless that moment is closed on both sides.
 *
 * <p>Example, Mon–Fri 08–12 and 13–17: 8 h from Fri 17:00 open on Mon 08:00 and end Mon 17:00; counted back from Mon 17:00
 * they start Mon 08:00; a milestone at Fri 17:00 stays, one at Sat 10:00 moves to Mon 08:00.
 */
final class TaskClock {

    private final TaskTable tasks;
    private final LinkTable links;
    private final LocalHours projectHours;

    TaskClock(Network network) {
        this.tasks = network.tasks;
        this.links = network.links;
        this.projectHours = network.frame.hours();
    }

    /** The first moment from {@code t} on at which the task can start. */
    long open(int i, long t) {
        var parts = tasks.parts[i];
        if (parts != null) {
            long first = Long.MAX_VALUE;
            for (var part : parts) {
                first = Math.min(first, found(i, part.hours().add(t, 0)));
            }
            return first;
        }
        var hours = tasks.hours[i];
        if (tasks.duration[i] == 0 && hours.isOpen(t - 1)) {
            return t;
        }
        return found(i, hours.add(t, 0));
    }

    /** The last moment up to {@code t} at which the task can start: {@code t}, or a minute before the last closing. */
    long begun(int i, long t) {
        return tasks.duration[i] == 0 || open(i, t) == t ? t : close(i, t) - Seconds.MINUTE;
    }

    /** Where the whole task ends when it starts at {@code start}. */
    long finish(int i, long start) {
        return after(i, start, tasks.duration[i], tasks.gaps[i]);
    }

    /** Where the whole task must start to end at {@code finish}. */
    long start(int i, long finish) {
        return before(i, finish, tasks.duration[i], tasks.gaps[i]);
    }

    /** Where what remains of a task in progress must go on to end at {@code finish}; the start of others. */
    long remainingStart(int i, long finish) {
        var progress = tasks.progress[i];
        return progress == null ? start(i, finish) : before(i, finish, progress.remaining(), tasks.gaps[i]);
    }

    /** Where a task in progress ends: what is done and what remains in one stretch, unless it resumes later. */
    long finish(int i, Progress progress) {
        if (progress.isFinished()) {
            return progress.finish();
        }
        long remaining = progress.remaining();
        long whole = Math.max(tasks.duration[i], remaining);
        if (progress.resume() == Seconds.NONE) {
            return after(i, progress.start(), whole, tasks.gaps[i]);
        }
        long stopped = after(i, progress.start(), whole - remaining, 0);
        return after(i, open(i, Math.max(stopped, progress.resume())), remaining, tasks.gaps[i]);
    }

    /** Where what remains of a task in progress goes on by what is known now. */
    long resumes(int i, Progress progress) {
        long whole = Math.max(tasks.duration[i], progress.remaining());
        long stopped = after(i, progress.start(), whole - progress.remaining(), 0);
        return open(i, Math.max(stopped, progress.resume()));
    }

    /** The earliest moment that has as much working time before it as {@code t}: closing time instead of an opening. */
    long close(int i, long t) {
        var parts = tasks.parts[i];
        if (parts == null) {
            var hours = tasks.hours[i];
            return hours.isOpen(t - 1) ? t : found(i, hours.secondAt(hours.worked(t) - 1)) + 1;
        }
        long last = Long.MIN_VALUE;
        for (var part : parts) {
            var hours = part.hours();
            last = Math.max(last, found(i, hours.secondAt(hours.worked(t) - 1)) + 1);
        }
        return last;
    }

    /** Working time of the task's calendar from {@code a} to {@code b}, negative when {@code b} is earlier. */
    long between(int i, long a, long b) {
        return a == b ? 0 : tasks.hours[i].between(a, b);
    }

    private long after(int i, long start, long amount, long gaps) {
        var parts = tasks.parts[i];
        if (amount == 0) {
            return start;
        }
        if (parts == null) {
            return found(i, tasks.hours[i].add(start, amount + gaps));
        }
        long last = start;
        for (var part : parts) {
            last = Math.max(last, found(i, part.hours().add(start, share(i, part, amount) + gaps)));
        }
        return last;
    }

    private long before(int i, long finish, long amount, long gaps) {
        var parts = tasks.parts[i];
        if (amount == 0) {
            return finish;
        }
        if (parts == null) {
            return found(i, tasks.hours[i].add(finish, -amount - gaps));
        }
        long first = Long.MAX_VALUE;
        for (var part : parts) {
            first = Math.min(first, found(i, part.hours().add(finish, -share(i, part, amount) - gaps)));
        }
        return first;
    }

    private long share(int i, Part part, long amount) {
        long whole = tasks.duration[i];
        return amount == whole || whole == 0 ? part.work() : Math.round((double) part.work() * amount / whole);
    }

    /**
     * The predecessor's date {@code t} with the lag of link {@code k}.
     *
     * @param length duration of the predecessor, for lags in percent of it
     */
    long lagged(int k, long t, long length) {
        return links.lag[k] == 0 ? t : shift(k, t, amount(k, length));
    }

    /** The successor's date {@code t} without the lag. */
    long unlagged(int k, long t, long length) {
        return links.lag[k] == 0 ? t : shift(k, t, -amount(k, length));
    }

    private long amount(int k, long length) {
        return switch (links.unit(k)) {
            case WORKING, ELAPSED -> links.lag[k];
            case PERCENT, ELAPSED_PERCENT -> Math.round((double) length * links.lag[k] / 10_000);
        };
    }

    private long shift(int k, long t, long amount) {
        boolean elapsed =
                switch (links.unit(k)) {
                    case ELAPSED, ELAPSED_PERCENT -> true;
                    case WORKING -> false;
                    case PERCENT -> tasks.hours[links.predecessor[k]] == TaskTable.ALWAYS;
                };
        if (elapsed || amount == 0) {
            return t + amount;
        }
        var hours = tasks.hours[links.successor[k]];
        return found(links.successor[k], (hours == TaskTable.ALWAYS ? projectHours : hours).add(t, amount));
    }

    private long found(int i, long second) {
        if (second == LocalHours.NEVER) {
            throw new InvalidNetworkException(Problem.NEVER_OPENS, List.of(tasks.id[i]));
        }
        return second;
    }
}
