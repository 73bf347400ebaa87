package io.throughline.project.schedule;

import java.time.LocalDate;
import java.util.List;

/** When a project of the template would begin and end, and reach its milestones; without the leave of people. */
public record TemplateForecast(LocalDate start, LocalDate finish, List<Milestone> milestones) {

    public TemplateForecast {
        milestones = List.copyOf(milestones);
    }

    /** At most so many milestones, the earliest. */
    public List<Milestone> first(int most) {
        return milestones.subList(0, Math.min(most, milestones.size()));
    }

    /** @param shared whether the customer sees it */
    public record Milestone(String name, LocalDate date, boolean shared) {}
}
