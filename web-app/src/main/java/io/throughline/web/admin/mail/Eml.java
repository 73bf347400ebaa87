package io.throughline.web.admin.mail;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mail's source on its way out: a download and never a page, whatever is in it. */
final class Eml {

    private Eml() {}

    static ResponseEntity<byte[]> of(long id, byte[] source) {
        return ResponseEntity.ok()
                .contentType(new MediaType("message", "rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(source);
    }
}
