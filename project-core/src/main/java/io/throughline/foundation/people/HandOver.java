package io.throughline.foundation.people;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open work of a user from all features, so that nobody leaves it behind unseen. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class HandOver {

    private final List<OpenWork> sources;

    public List<OpenWork.Item> of(Viewer viewer, UserId user) {
        return sources.stream().flatMap(source -> source.of(user).stream()).toList();
    }
}
