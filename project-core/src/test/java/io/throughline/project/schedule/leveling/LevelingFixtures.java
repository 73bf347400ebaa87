package io.throughline.project.schedule.leveling;

import static io.throughline.project.schedule.leveling.LevelingPlan.WHOLE;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Booking;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkBuilder;
import io.throughline.project.schedule.network.NetworkFixtures;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.TaskDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans with people, by names; days of eight hours from Mon 2026-03-02. */
final class LevelingFixtures {

    private final NetworkBuilder builder;
    private final List<Capacity> resources = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final Map<Long, Integer> priorities = new HashMap<>();

    private LevelingFixtures(PlanFrame frame) {
        builder = Network.in(frame);
    }

    static LevelingFixtures aPlan() {
        return new LevelingFixtures(PlanFrame.startingAt(NetworkFixtures.at("03-02 08:00"), NetworkFixtures.office()));
    }

    /** Counted back from Fri 2026-03-27 17:00. */
    static LevelingFixtures aPlanFromItsFinish() {
        return new LevelingFixtures(PlanFrame.finishingAt(NetworkFixtures.at("03-27 17:00"), NetworkFixtures.office()));
    }

    static long id(String name) {
        return NetworkFixtures.id(name);
    }

    TaskDraft task(String name, double days) {
        return builder.task(id(name)).duration(Math.round(480 * days));
    }

    /** A task of one person throughout. */
    TaskDraft task(String name, double days, String who) {
        return task(name, days, who, 1);
    }

    TaskDraft task(String name, double days, String who, double units) {
        var draft = task(name, days);
        assignments.add(Assignment.throughout(id(name), id(who), (int) Math.round(units * WHOLE)));
        return draft;
    }

    LevelingFixtures also(String task, String who) {
        assignments.add(Assignment.throughout(id(task), id(who), WHOLE));
        return this;
    }

    LevelingFixtures inHours(String task, String who, LocalHours hours, long minutes) {
        assignments.add(new Assignment(id(task), id(who), WHOLE, hours, minutes));
        return this;
    }

    LevelingFixtures who(String name, double units) {
        resources.add(new Capacity(id(name), (int) Math.round(units * WHOLE)));
        return this;
    }

    LevelingFixtures busy(String who, String from, String to) {
        bookings.add(new Booking(id(who), WHOLE, NetworkFixtures.at(from), NetworkFixtures.at(to)));
        return this;
    }

    LevelingFixtures link(String before, String after) {
        builder.link(id(before), id(after), DependencyType.FINISH_TO_START, Lag.NONE);
        return this;
    }

    LevelingFixtures priority(String task, int priority) {
        priorities.put(id(task), priority);
        return this;
    }

    LevelingPlan plan() {
        return new LevelingPlan(builder.build(), resources, assignments, bookings, priorities, false);
    }

    Seen leveled() {
        return new Seen(Leveling.atOnce(plan()));
    }

    Seen leveledWithinSlack() {
        return new Seen(Leveling.atOnce(plan().onlyWithinSlack()));
    }

    /** A proposal read by names. */
    record Seen(Leveled leveled) {

        /** {@code 03-04 08:00…03-05 17:00}. */
        String dates(String name) {
            var dates = leveled.after().of(id(name));
            return text(dates.start().toString()) + "…" + text(dates.finish().toString());
        }

        private static String text(String time) {
            return time.substring(5).replace('T', ' ');
        }
    }
}
