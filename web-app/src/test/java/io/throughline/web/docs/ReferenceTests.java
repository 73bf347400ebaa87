package io.throughline.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class ReferenceTests {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void describesEveryResourceAndNothingElse() throws Exception {
        var served = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/"))
                .forEach(served::add);

        var document = document("en");

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(names(document.path("paths"))).containsExactlyInAnyOrderElementsOf(served);
        assertThat(served).contains("/api/v1/tickets/{number}", "/api/v1/projects/import");
    }

    @Test
    void saysForEachOperationWhatItDoesHowToSignInAndHowItRefuses() throws Exception {
        var document = document("en");
        List<String> poor = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        operations(document).forEach(operation -> {
            var id = operation.path("operationId").asString();
            boolean complete = !operation.path("summary").asString("").isEmpty()
                    && !operation.path("security").isEmpty()
                    && operation
                            .at("/responses/401/content/application~1problem+json/schema/$ref")
                            .asString("")
                            .equals("#/components/schemas/Problem")
                    && ids.add(id);
            if (!complete) {
                poor.add(id);
            }
        });

        assertThat(poor).isEmpty();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Problem/properties").size()).isEqualTo(8);
    }

    @Test
    void resolvesEveryReference() throws Exception {
        var document = document("en");

        var dangling = document.findValues("$ref").stream()
                .map(JsonNode::asString)
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(dangling).isEmpty();
    }

    @Test
    void leavesTheViewerOutAndSpellsFiltersOut() throws Exception {
        var list = document("en").path("paths").path("/api/v1/tickets").path("get");

        assertThat(list.path("parameters").findValuesAsString("name"))
                .contains("after", "before", "sort", "q", "filter", "size")
                .doesNotContain("viewer", "query");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        assertThat(summary(document("en"))).isEqualTo("Open a ticket");
        assertThat(summary(document("zh-CN"))).isEqualTo("新建工单");
    }

    @Test
    void showsAPageWithoutScriptToWhomIsSignedIn() {
        assertThat(mvc.get().uri("/docs/api").param("lang", "en").with(as.staff(Role.PROJECT_MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/tickets/{number}", "Open a ticket", "id=\"getTicketsNumber\"", "P1 | P2");
        assertThat(mvc.get().uri("/docs/api")).hasStatus3xxRedirection();
    }

    @Test
    void handsTheDocumentToGeneratorsWithoutASignIn() throws Exception {
        var answer = mvc.get()
                .uri("/docs/openapi.json")
                .header("Accept-Language", "en")
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(summary(json.readTree(answer.getResponse().getContentAsByteArray())))
                .isEqualTo("Open a ticket");
    }

    private static String summary(JsonNode document) {
        return document.path("paths")
                .path("/api/v1/tickets")
                .path("post")
                .path("summary")
                .asString();
    }

    private JsonNode document(String language) throws Exception {
        var answer = mvc.get()
                .uri("/docs/openapi.json")
                .param("lang", language)
                .with(as.staff(Role.MANAGER))
                .exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static Set<String> names(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<JsonNode> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }
}
