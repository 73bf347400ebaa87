package io.throughline.web.rest;

import io.throughline.foundation.model.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A page of a list as a plain JSON array, with {@code Link} headers (RFC 8288) to what follows and what came before. */
public final class Pages {

    private Pages() {}

    public static <T> ResponseEntity<List<T>> of(Page<T> page) {
        var links = new ArrayList<String>();
        if (page.next() != null) {
            links.add(link("after", page.next(), "next"));
        }
        if (page.previous() != null) {
            links.add(link("before", page.previous(), "prev"));
        }
        var answer = ResponseEntity.ok();
        if (!links.isEmpty()) {
            answer.header(HttpHeaders.LINK, String.join(", ", links));
        }
        return answer.body(page.rows());
    }

    private static String link(String parameter, String cursor, String relation) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after")
                .replaceQueryParam("before")
                .queryParam(parameter, cursor)
                .build()
                .toUri()
                .getRawPath();
        var query = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after")
                .replaceQueryParam("before")
                .queryParam(parameter, cursor)
                .build()
                .toUri()
                .getRawQuery();
        return "<" + address + "?" + query + ">; rel=\"" + relation + "\"";
    }
}
