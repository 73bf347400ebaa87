package io.throughline.web.project.schedule;

import io.throughline.project.schedule.TaskChoice;
import io.throughline.web.shell.Option;
import java.util.List;
import java.util.function.Predicate;

/** Tasks of a plan to choose one from, by WBS and name. */
final class TaskChoices {

    private TaskChoices() {}

    static List<Option> of(List<TaskChoice> rows, Predicate<TaskChoice> choice) {
        return rows.stream()
                .filter(choice)
                .map(row -> new Option(String.valueOf(row.number()), row.wbs() + " " + row.name()))
                .toList();
    }
}
