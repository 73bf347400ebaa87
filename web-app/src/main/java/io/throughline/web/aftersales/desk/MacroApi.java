package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.MacroQueries;
import io.throughline.aftersales.desk.MacroRow;
import io.throughline.aftersales.desk.Macros;
import io.throughline.aftersales.desk.SaveMacro;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.Priority;
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

/** Macros for programs. */
@RestController
@RequestMapping("/api/v1/macros")
@RequiredArgsConstructor
class MacroApi {

    private final Macros macros;
    private final MacroQueries queries;

    /**
     * @param template id of the reply template it says
     * @param tags with commas between
     * @param team id of the team it is shared with
     */
    record MacroJson(
            long id,
            String name,
            @Nullable Long template,
            boolean note,
            @Nullable String status,
            @Nullable String holdReason,
            @Nullable Integer holdDays,
            @Nullable Priority priority,
            @Nullable Long toTeam,
            @Nullable Long toUser,
            boolean toMe,
            String tags,
            Sharing sharing,
            @Nullable Long team) {

        static MacroJson of(MacroRow row) {
            var status = row.status();
            return new MacroJson(
                    row.id(),
                    row.name(),
                    row.templateId(),
                    row.note(),
                    status == null ? null : status.code(),
                    row.holdReason(),
                    row.holdDays(),
                    row.priority(),
                    row.toTeamId(),
                    row.toUserId(),
                    row.toMe(),
                    row.tags(),
                    row.sharing(),
                    row.teamId());
        }
    }

    @GetMapping
    ResponseEntity<List<MacroJson>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var page = queries.rows(viewer, PageRequest.of(after, before, size));
        return Pages.of(new Page<>(page.rows().stream().map(MacroJson::of).toList(), page.next(), page.previous()));
    }

    @GetMapping("/{id}")
    ResponseEntity<MacroJson> show(Viewer viewer, @PathVariable long id) {
        var row = queries.require(viewer, id);
        return Versions.tagged(MacroJson.of(row), row.version());
    }

    @PostMapping
    ResponseEntity<MacroJson> write(Viewer viewer, @Valid @RequestBody SaveMacro body) {
        var row = queries.require(viewer, macros.write(viewer, body));
        return Versions.created("/api/v1/macros/" + row.id(), MacroJson.of(row), row.version());
    }

    @PutMapping("/{id}")
    ResponseEntity<MacroJson> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SaveMacro body) {
        macros.change(viewer, id, body.at(Versions.seen(ifMatch)));
        return show(viewer, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable long id) {
        macros.remove(viewer, id);
    }
}
