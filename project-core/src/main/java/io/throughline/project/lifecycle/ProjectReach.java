package io.throughline.project.lifecycle;

import io.throughline.foundation.customer.CustomerReach;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever leads a project sees its customer. */
@Component
class ProjectReach implements CustomerReach {

    @Override
    public Optional<String> of(Viewer viewer) {
        return viewer.has(Role.PROJECT_MANAGER)
                ? Optional.of("exists (select 1 from project.project p where p.customer_id = c.id and "
                        + ProjectScope.led(viewer) + ")")
                : Optional.empty();
    }
}
