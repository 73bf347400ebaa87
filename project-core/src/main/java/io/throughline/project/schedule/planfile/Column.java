package io.throughline.project.schedule.planfile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns a sheet may have, by the headings people and programs write, in Chinese and English. */
public enum Column {
    ID("id", "no", "#", "nr", "taskid", "标识号", "序号", "编号", "任务编号", "任务序号"),
    WBS("wbs", "wbscode", "wbs代码", "wbs编码", "wbs编号", "outlinenumber", "大纲数字", "大纲编号"),
    OUTLINE_LEVEL("outlinelevel", "level", "大纲级别", "级别", "层级", "任务级别"),
    NAME(
            "name",
            "taskname",
            "task",
            "title",
            "activity",
            "activityname",
            "名称",
            "任务名称",
            "任务",
            "工作名称",
            "活动名称",
            "作业名称",
            "工作项",
            "事项"),
    START("start", "startdate", "starttime", "begin", "plannedstart", "开始", "开始时间", "开始日期", "计划开始", "计划开始时间", "计划开始日期"),
    FINISH(
            "finish",
            "finishdate",
            "finishtime",
            "end",
            "enddate",
            "due",
            "duedate",
            "plannedfinish",
            "plannedend",
            "完成",
            "完成时间",
            "完成日期",
            "结束",
            "结束时间",
            "结束日期",
            "计划完成",
            "计划完成时间",
            "计划完成日期",
            "计划结束",
            "计划结束时间"),
    DURATION("duration", "工期", "持续时间", "计划工期"),
    PREDECESSORS("predecessors", "predecessor", "dependson", "前置任务", "紧前任务", "前置", "前置工作", "依赖"),
    PERCENT(
            "%complete",
            "percentcomplete",
            "complete%",
            "complete",
            "progress",
            "progress%",
            "完成百分比",
            "进度",
            "完成率",
            "完成度",
            "任务进度",
            "done%",
            "完成%"),
    RESOURCES(
            "resourcenames",
            "resources",
            "resource",
            "assignee",
            "assignedto",
            "owner",
            "资源名称",
            "资源",
            "负责人",
            "责任人",
            "执行人"),
    MILESTONE("milestone", "ismilestone", "里程碑", "是否里程碑"),
    BASELINE_START("baselinestart", "基准开始", "基准开始时间", "基线开始", "基线开始时间", "比较基准开始时间"),
    BASELINE_FINISH("baselinefinish", "基准完成", "基准完成时间", "基线完成", "基线完成时间", "比较基准完成时间"),
    ACTUAL_START("actualstart", "实际开始", "实际开始时间", "实际开始日期"),
    ACTUAL_FINISH("actualfinish", "actualend", "实际完成", "实际完成时间", "实际完成日期", "实际结束时间"),
    CONSTRAINT_TYPE("constrainttype", "限制类型", "约束类型"),
    CONSTRAINT_DATE("constraintdate", "限制日期", "约束日期"),
    DEADLINE("deadline", "截止日期", "期限", "最后期限"),
    PRIORITY("priority", "优先级"),
    OPTIMISTIC("optimistic", "optimisticduration", "乐观", "乐观工期", "最乐观工期"),
    LIKELY("mostlikely", "likely", "mostlikelyduration", "likelyduration", "最可能", "最可能工期"),
    PESSIMISTIC("pessimistic", "pessimisticduration", "悲观", "悲观工期", "最悲观工期"),
    MODE("taskmode", "mode", "任务模式"),
    /** Type and date of a constraint in one cell, as the grid shows them: {@code SNET 2026-11-21}. */
    CONSTRAINT,
    /** Three points in one cell: {@code 3/5/9}. */
    ESTIMATE,
    /** Hours of work. */
    EFFORT,
    /** Which of duration, work and units stays when another changes. */
    EFFORT_TYPE,
    NOTES("notes", "note", "description", "comments", "remarks", "备注", "说明", "描述");

    private static final Map<String, Column> BY_HEADING = new HashMap<>();

    static {
        for (var column : values()) {
            column.headings.forEach(heading -> BY_HEADING.put(heading, column));
        }
    }

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** Blanks, underscores, case, full width and what stands in brackets do not matter. */
    public static @Nullable Column of(String heading) {
        if (heading.length() > 60) {
            return null;
        }
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|[\\s_*:.-]+", "");
        return BY_HEADING.get(plain);
    }

    boolean isDate() {
        return switch (this) {
            case START,
                    FINISH,
                    BASELINE_START,
                    BASELINE_FINISH,
                    ACTUAL_START,
                    ACTUAL_FINISH,
                    CONSTRAINT_DATE,
                    DEADLINE -> true;
            default -> false;
        };
    }
}
