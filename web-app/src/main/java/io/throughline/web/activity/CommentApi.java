package io.throughline.web.activity;

import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.CommentId;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.EditComment;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import java.net.URI;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments and timeline of any record, named by a parameter such as {@code subject=TICKET/12}. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1")
class CommentApi {

    private final Comments comments;
    private final ActivityQueries activity;

    @GetMapping("/activity")
    Page<TimelineEntry> timeline(
            Viewer viewer,
            @RequestParam SubjectRef subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return activity.timeline(viewer, subject, PageRequest.of(after, null, size));
    }

    @GetMapping("/comments")
    Page<TimelineEntry> list(
            Viewer viewer,
            @RequestParam SubjectRef subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return activity.comments(viewer, subject, PageRequest.of(after, null, size));
    }

    @PostMapping("/comments")
    ResponseEntity<CommentId> add(
            Viewer viewer, @RequestParam SubjectRef subject, @Valid @RequestBody AddComment command) {
        var id = comments.add(viewer, subject, command);
        return ResponseEntity.created(URI.create("/api/v1/comments/" + id.value()))
                .body(id);
    }

    @PutMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(Viewer viewer, @PathVariable long id, @Valid @RequestBody EditComment command) {
        comments.edit(viewer, new CommentId(id), command);
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable long id) {
        comments.remove(viewer, new CommentId(id));
    }
}
