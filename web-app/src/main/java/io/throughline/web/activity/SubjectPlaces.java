package io.throughline.web.activity;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Where to go after something was said: back to the record. */
@Component
@RequiredArgsConstructor
class SubjectPlaces {

    private final SubjectAccesses accesses;

    /** The record's page at its activity, known from the record and never from the request. */
    String backTo(Viewer viewer, SubjectRef subject) {
        return "redirect:" + accesses.link(subject).pathFor(viewer) + "#activity";
    }

    String page(Viewer viewer, SubjectRef subject) {
        return accesses.link(subject).pathFor(viewer);
    }

    String label(SubjectRef subject) {
        return accesses.link(subject).label();
    }
}
