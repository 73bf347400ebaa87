package io.throughline.web.admin.mail;

import io.throughline.aftersales.mail.MailIntake;
import io.throughline.aftersales.mail.MailQueries;
import io.throughline.aftersales.mail.MailState;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails for programs: one is sent as it came from the mail server, and read again with what became of it. */
@RestController
@RequestMapping("/api/v1/mail")
@RequiredArgsConstructor
class MailApi {

    private final MailIntake intake;
    private final MailQueries queries;
    private final MailSource source;

    /**
     * 201 names the ticket, or the refused record and the reason; 202 says that the mail is stored and will be decided
     * about in a moment.
     */
    @PostMapping(consumes = {"message/rfc822", "message/global", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<MailJson> take(Viewer viewer, HttpServletRequest request) throws IOException {
        var taken = source.reading(
                request.getInputStream(), request.getContentLengthLong(), bytes -> intake.take(viewer, bytes));
        return ResponseEntity.status(taken.state() == MailState.RECEIVED ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .location(URI.create("/api/v1/mail/" + taken.id()))
                .body(MailJson.of(taken));
    }

    @GetMapping
    ResponseEntity<List<MailJson>> list(
            Viewer viewer,
            @RequestParam(name = "filter.state", defaultValue = "REFUSED") MailState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var page = queries.page(viewer, state, PageRequest.of(after, before, size));
        return Pages.of(new Page<>(page.rows().stream().map(MailJson::of).toList(), page.next(), page.previous()));
    }

    @GetMapping("/{id}")
    MailJson.Whole show(Viewer viewer, @PathVariable long id) {
        return MailJson.Whole.of(queries.detail(viewer, id));
    }

    @GetMapping(path = "/{id}/source", produces = "message/rfc822")
    ResponseEntity<byte[]> source(Viewer viewer, @PathVariable long id) {
        return Eml.of(id, queries.source(viewer, id));
    }

    /** Makes a new ticket of a refused mail. */
    @PostMapping("/{id}/ticket")
    ResponseEntity<MailJson> open(Viewer viewer, @PathVariable long id) {
        var taken = intake.takeAgain(viewer, id);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + taken.ticket()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(MailJson.of(taken));
    }
}
