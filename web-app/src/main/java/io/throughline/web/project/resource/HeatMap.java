package io.throughline.web.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Loads;
import io.throughline.project.resource.ResourceLoad;
import io.throughline.project.resource.ResourceRow;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * People by weeks.
 *
 * @param clashes of all of them, by time
 */
record HeatMap(Weeks weeks, List<Weeks.Week> columns, List<Row> rows, List<Named> clashes) {

    /** One resource and its load; what gives no time has none and is not in the map. */
    record Row(ResourceRow resource, ResourceLoad load) {

        public boolean asksing() {
            return !load.clashes().isEmpty();
        }
    }

    record Named(ResourceRow resource, ResourceLoad.Clash clash) {}

    static HeatMap of(Viewer viewer, Loads loads, Collection<ResourceRow> resources, Weeks weeks) {
        var byId = resources.stream().collect(Collectors.toMap(ResourceRow::id, Function.identity()));
        var rows = loads.of(viewer, resources, weeks.window()).stream()
                .map(load -> new Row(Objects.requireNonNull(byId.get(load.resource())), load))
                .toList();
        var clashes = rows.stream()
                .flatMap(row -> row.load().clashes().stream().map(clash -> new Named(row.resource(), clash)))
                .sorted((a, b) -> a.clash().from().compareTo(b.clash().from()))
                .toList();
        return new HeatMap(weeks, weeks.all(), rows, clashes);
    }
}
