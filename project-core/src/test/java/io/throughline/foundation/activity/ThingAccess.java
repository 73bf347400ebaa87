package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A record type of the tests: staff see every thing below a million but the sealed one, customers only the even ones. */
@Component
public class ThingAccess implements SubjectAccess {

    static final long SEALED = 999_998;

    private static final long UNKNOWN = 1_000_000;

    public static SubjectRef thing(long id) {
        return new SubjectRef("THING", id);
    }

    @Override
    public String type() {
        return "THING";
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return ids.stream()
                .filter(id -> id < UNKNOWN && id != SEALED && (viewer.isStaff() || id % 2 == 0))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        return ids.stream()
                .filter(id -> id < UNKNOWN)
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new SubjectLink("thing " + id, "/things/" + id, "/portal/things/" + id)));
    }
}
