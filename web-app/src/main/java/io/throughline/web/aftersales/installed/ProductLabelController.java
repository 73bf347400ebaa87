package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductDetail;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.SquareCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** A label of 70 by 30 mm for the product itself, and the way from its square code to the page of whoever reads it. */
@Controller
class ProductLabelController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final InstalledProductQueries queries;
    private final String baseUrl;

    ProductLabelController(
            InstalledProductQueries queries,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.queries = queries;
        this.baseUrl = baseUrl;
    }

    /** Staff come to the product's page, its customer to that of the portal. */
    @GetMapping("/products/{code}")
    String open(Viewer viewer, @PathVariable String code) {
        var product = queries.detail(viewer, code);
        var place = UriUtils.encodePathSegment(product.code(), StandardCharsets.UTF_8);
        return "redirect:" + (viewer.isCustomer() ? "/portal/products/" : "/installed-products/") + place;
    }

    @GetMapping("/installed-products/{code}/label.svg")
    ResponseEntity<String> label(Viewer viewer, @PathVariable String code) {
        var product = queries.detail(viewer, code);
        var file = ContentDisposition.inline()
                .filename(product.code() + ".svg", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(SVG, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(svg(product, viewer.locale()));
    }

    private String svg(InstalledProductDetail product, Locale locale) {
        var code = new SquareCode(
                baseUrl + "/products/" + UriUtils.encodePathSegment(product.code(), StandardCharsets.UTF_8));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="70mm" height="30mm" viewBox="0 0 70 30" \
                font-family="'Noto Sans SC','Microsoft YaHei',Arial,sans-serif">\
                <rect width="70" height="30" fill="#fff"/>\
                <svg x="0" y="0" width="30" height="30" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path d="%2$s" fill="#000"/></svg>\
                <text x="31" y="8" font-size="3.6" font-weight="700"%3$s</text>\
                <text x="31" y="14" font-size="3"%4$s</text>\
                <text x="31" y="19" font-size="3"%5$s</text>\
                <text x="31" y="26" font-size="2.6"%6$s</text></svg>""".formatted(
                        code.width(),
                        code.path(),
                        line(product.serial(), 19),
                        line(product.model(), 22),
                        line(product.name(locale), 22),
                        line(product.customer() + (product.site() == null ? "" : " · " + product.site()), 26));
    }

    /** Wide letters count twice; a line too long for the label is drawn together. */
    private static String line(String text, int room) {
        int width = text.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
        return (width > room ? " textLength=\"37\" lengthAdjust=\"spacingAndGlyphs\">" : ">")
                + HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
