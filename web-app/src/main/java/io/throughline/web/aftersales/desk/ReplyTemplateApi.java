package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.desk.ReplyTemplateRow;
import io.throughline.aftersales.desk.ReplyTemplates;
import io.throughline.aftersales.desk.SaveReplyTemplate;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The texts for answers, for programs. */
@RestController
@RequestMapping("/api/v1/reply-templates")
@RequiredArgsConstructor
class ReplyTemplateApi {

    private final ReplyTemplates templates;
    private final ReplyTemplateQueries queries;

    /** @param team id of the team it is shared with */
    record Template(
            long id,
            String name,
            String textZh,
            String textEn,
            Sharing sharing,
            @Nullable Long team) {

        static Template of(ReplyTemplateRow row) {
            return new Template(row.id(), row.name(), row.textZh(), row.textEn(), row.sharing(), row.teamId());
        }
    }

    @GetMapping
    ResponseEntity<List<Template>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var page = queries.rows(viewer, PageRequest.of(after, before, size));
        return Pages.of(new Page<>(page.rows().stream().map(Template::of).toList(), page.next(), page.previous()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Template> show(Viewer viewer, @PathVariable long id) {
        var row = queries.require(viewer, id);
        return Versions.tagged(Template.of(row), row.version());
    }

    @PostMapping
    ResponseEntity<Template> write(Viewer viewer, @Valid @RequestBody SaveReplyTemplate body) {
        var row = queries.require(viewer, templates.write(viewer, body));
        return Versions.created("/api/v1/reply-templates/" + row.id(), Template.of(row), row.version());
    }

    @PutMapping("/{id}")
    ResponseEntity<Template> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SaveReplyTemplate body) {
        templates.change(viewer, id, body.at(Versions.seen(ifMatch)));
        return show(viewer, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable long id) {
        templates.remove(viewer, id);
    }
}
