package io.throughline.project.template;

import io.throughline.project.schedule.TemplateLine;
import io.throughline.project.scope.TemplateDeliverables.TemplateDeliverable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with all that a project begun from it gets.
 *
 * @param source key of the project its plan was taken from, as far as the reader may see that
 * @param back whether the plan is counted back from its end, so that a project of it needs one
 * @param work names of those on each task, by the task's position
 */
public record TemplateDetail(
        TemplateRow template,
        TemplateWords words,
        @Nullable String source,
        boolean back,
        List<TemplateLine> outline,
        Map<Integer, String> work,
        List<TemplateDeliverable> deliverables) {

    public TemplateDetail {
        outline = List.copyOf(outline);
        work = Map.copyOf(work);
        deliverables = List.copyOf(deliverables);
    }
}
