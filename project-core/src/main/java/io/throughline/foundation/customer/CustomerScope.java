package io.throughline.foundation.customer;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Which customers a viewer may see, as a condition on {@code foundation.customer c}: managers, sales and agents all,
 * account executives the own ones, others those they reach by their work. Whoever has none of these sees none.
 */
@Component
@RequiredArgsConstructor
public class CustomerScope {

    /** Roles that see every customer, whatever else their holder is. */
    static final Role[] SEE_ALL = {Role.MANAGER, Role.SUPPORT_AGENT, Role.SALES};

    private final List<CustomerReach> reaches;

    /** Takes no parameters, and holds no input but the viewer's id, a number. */
    public String of(Viewer viewer) {
        if (seesAll(viewer)) {
            return "true";
        }
        var ways = new ArrayList<String>();
        if (viewer.has(Role.ACCOUNT_EXECUTIVE)) {
            ways.add("c.account_executive_id = " + viewer.id().value());
        }
        reached(viewer).ifPresent(ways::add);
        return any(ways).orElse("false");
    }

    /** The customers seen by one's work only; empty for whoever sees all, or reaches none this way. */
    Optional<String> reached(Viewer viewer) {
        return seesAll(viewer)
                ? Optional.empty()
                : any(reaches.stream()
                        .flatMap(reach -> reach.of(viewer).stream())
                        .toList());
    }

    private static boolean seesAll(Viewer viewer) {
        return viewer.isSystem() || viewer.hasAny(SEE_ALL);
    }

    private static Optional<String> any(List<String> ways) {
        return ways.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" or ", ways) + ")");
    }
}
