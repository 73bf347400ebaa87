package io.throughline.foundation.search;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserSaved;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps colleagues findable; customers' users are found through their contact. */
@Component
@RequiredArgsConstructor
class PeopleIndexer {

    private final SearchIndex index;

    @EventListener
    void on(UserSaved user) {
        var subject = new SubjectRef("USER", user.id().value());
        if (user.active() && user.staff()) {
            index.put(new SearchEntry(
                    subject,
                    null,
                    user.name(),
                    user.login(),
                    Set.of("staff"),
                    "/people/" + user.login(),
                    Set.of(user.name())));
        } else {
            index.remove(subject);
        }
    }
}
