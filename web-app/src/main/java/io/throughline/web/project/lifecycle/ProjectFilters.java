package io.throughline.web.project.lifecycle;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.Health;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectFilter;
import io.throughline.project.lifecycle.ProjectFilter.Sort;
import io.throughline.project.lifecycle.ProjectStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a list's address as a filter; the same for the page and for programs. */
final class ProjectFilters {

    private static final Map<String, Sort> SORTS = Map.of(
            "key", Sort.KEY,
            "name", Sort.NAME,
            "due", Sort.COMMITTED,
            "health", Sort.HEALTH,
            "-changed", Sort.CHANGED);

    private ProjectFilters() {}

    /** Without a status: what is open; of a template all. Throws {@link RuleViolation} for a word that is none. */
    static ProjectFilter read(
            @Nullable String q,
            @Nullable List<String> status,
            @Nullable List<String> phase,
            @Nullable List<String> health,
            @Nullable Long template,
            @Nullable String view,
            @Nullable String sort) {
        var order = SORTS.getOrDefault(sort == null ? "key" : sort, Sort.KEY);
        var statuses = constants(ProjectStatus.class, status, "filter.status");
        return new ProjectFilter(
                q,
                statuses.isEmpty() && template == null && (q == null || q.isBlank())
                        ? EnumSet.of(ProjectStatus.ACTIVE, ProjectStatus.ON_HOLD)
                        : statuses,
                constants(Phase.class, phase, "filter.phase"),
                constants(Health.class, health, "filter.health"),
                null,
                null,
                template,
                "mine".equals(view),
                order);
    }

    static boolean narrows(ProjectFilter filter) {
        return filter.q() != null && !filter.q().isBlank()
                || !filter.status().equals(EnumSet.of(ProjectStatus.ACTIVE, ProjectStatus.ON_HOLD))
                || !filter.phase().isEmpty()
                || !filter.health().isEmpty()
                || filter.templateId() != null
                || filter.mine();
    }

    private static <E extends Enum<E>> Set<E> constants(
            Class<E> type, @Nullable List<String> values, String parameter) {
        var chosen = EnumSet.noneOf(type);
        for (var value : values == null ? List.<String>of() : values) {
            if (!value.isBlank()) {
                try {
                    chosen.add(Enum.valueOf(type, value));
                } catch (IllegalArgumentException e) {
                    throw new RuleViolation("project.lifecycle.unknownFilter", value).at(parameter);
                }
            }
        }
        return chosen;
    }
}
