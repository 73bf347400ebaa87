package io.throughline.web.docs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Shows the OpenAPI document as a page that needs no script. */
@Controller
@RequiredArgsConstructor
class ReferenceController {

    private final OpenApiWebMvcResource document;
    private final JsonMapper json;

    @GetMapping("/docs/api")
    String show(HttpServletRequest request, Locale locale, Model model) throws Exception {
        var tree = json.readTree(document.openapiJson(request, "/docs/openapi.json", locale));
        model.addAttribute("sections", new Reference(tree).sections());
        model.addAttribute("version", tree.path("info").path("version").asString());
        return "docs/api";
    }
}
