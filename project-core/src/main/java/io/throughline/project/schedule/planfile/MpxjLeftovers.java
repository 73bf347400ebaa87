package io.throughline.project.schedule.planfile;

import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.Rate;
import org.mpxj.Resource;
import org.mpxj.Task;

/** Names what a file holds beyond what a project of ours stores. */
final class MpxjLeftovers {
    private final ProjectFile file;
    private final ReportBuilder report;

    MpxjLeftovers(ProjectFile file, ReportBuilder report) {
        this.file = file;
        this.report = report;
    }

    void note() {
        file.getTasks().forEach(this::task);
        file.getResources().forEach(this::resource);
        for (var field : file.getCustomFields()) {
            var type = field.getFieldType();
            report.left("customFields", field.getAlias() != null || type == null ? field.getAlias() : type.getName());
        }
        report.left("unreadableParts", file.getIgnoredErrors().size(), null);
        report.left("resourcePool", file.getProjectProperties().getResourcePoolFile() == null ? 0 : 1, null);
        report.left("activityCodes", file.getActivityCodes().size(), null);
    }

    private void task(Task task) {
        var name = task.getName();
        if (task.getNull() || task.getUniqueID() != null && task.getUniqueID() == 0) {
            return;
        }
        // the file names are read, never the files: getSubprojectObject() would open them
        if (task.getSubprojectFile() != null || task.getExternalProject()) {
            report.left("subprojects", name);
        }
        if (task.getRecurring()) {
            report.left("recurringTasks", name);
        }
        if (isText(task.getHyperlink()) || isText(task.getHyperlinkAddress())) {
            report.left("hyperlinks", name);
        }
        if (isAmount(task.getFixedCost())) {
            report.left("fixedCosts", name);
        }
        boolean noDates = task.getStart() == null && task.getFinish() == null;
        if (noDates && (isText(task.getStartText()) || isText(task.getFinishText()))) {
            report.left("dateTexts", name);
        }
    }

    private void resource(Resource resource) {
        var name = resource.getName();
        if (hasRates(resource)) {
            report.left("costRates", name);
        }
        if (resource.getAvailability() != null && resource.getAvailability().size() > 1) {
            report.left("availability", name);
        }
        if (isText(resource.getNotes())) {
            report.left("resourceNotes", name);
        }
    }

    private static boolean hasRates(Resource resource) {
        for (int table = 0; table < 5; table++) {
            for (var line : resource.getCostRateTable(table)) {
                if (isRate(line.getStandardRate())
                        || isRate(line.getOvertimeRate())
                        || isAmount(line.getCostPerUse())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRate(@Nullable Rate rate) {
        return rate != null && rate.getAmount() != 0;
    }

    private static boolean isAmount(@Nullable Number number) {
        return number != null && number.doubleValue() != 0;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
