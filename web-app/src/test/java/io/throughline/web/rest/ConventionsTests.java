package io.throughline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What docs/developer/rest.md promises, asked of every resource there is. */
@WebTest
class ConventionsTests {

    private static final String SUBJECT = "?subject=TICKET/999999999";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Viewer everything;

    @BeforeEach
    void somebodyWithEveryRoleOfTheCompany() {
        everything = as.create(Arrays.stream(Role.values())
                .filter(role -> role != Role.CUSTOMER)
                .toArray(Role[]::new));
    }

    @Test
    void refusesAnUnknownParameterEverywhere() {
        var reads = calls(RequestMethod.GET, method -> true);
        assertThat(reads).hasSizeGreaterThan(10);

        assertThat(wrong(reads, "?misspelt=1", "", 400, "\"web.rest.unknownParameter\""))
                .isEmpty();
    }

    @Test
    void refusesABadCursorEverywhere() {
        var lists = calls(RequestMethod.GET, method -> names(method).contains("after")).stream()
                .filter(call -> !call.path().contains("{") && !call.path().contains("kpis"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(2);

        assertThat(wrong(lists, SUBJECT + "&after=!!", "", 400, "\"common.page.badCursor\""))
                .isEmpty();
        assertThat(get("/api/v1/tickets?after=!!")).hasStatus(400);
    }

    @Test
    void refusesABodyThatIsNotJsonEverywhere() {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (var verb : List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH)) {
            var writes = calls(verb, method -> Arrays.stream(method.getMethodParameters())
                            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)))
                    .stream()
                    .filter(call -> !call.path().endsWith("/tokens"))
                    .toList();
            count += writes.size();
            wrong.addAll(wrong(writes, SUBJECT, "{\"broken\":", 400, "\"code\""));
        }

        assertThat(count).isGreaterThan(6);
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsNoRecordThatIsNotThere() {
        var records = calls(RequestMethod.GET, method -> true).stream()
                .filter(call -> call.path().contains("{"))
                .filter(call -> !call.path().contains("/gates/"))
                .toList();
        assertThat(records).hasSizeGreaterThan(4);

        assertThat(wrong(records, "", "", 404, "\"web.rest.notFound\"")).isEmpty();
    }

    @Test
    void refusesWhomTheRolesDoNotAllow() {
        var stranger = as.create(Role.SALES);

        assertThat(mvc.get().uri("/api/v1/tickets").with(as.user(stranger)))
                .hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"requestId\":\"", "web.security.api.forbidden");
        assertThat(mvc.get().uri("/api/v1/tickets"))
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"requestId\":\"");
    }

    @Test
    void saysWhichFieldsAreWrongInTheLanguageAskedFor() {
        var english = open("{\"kind\":\"DIAGNOSIS\",\"subject\":\"\"}", "en", null);
        var chinese = open("{\"kind\":\"DIAGNOSIS\",\"subject\":\"\"}", "zh-CN", null);

        assertThat(english).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(english)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .contains("/subject", "/body");
        assertThat(english).bodyJson().extractingPath("$.detail").isEqualTo("The request is not valid; see errors.");
        assertThat(chinese).bodyJson().extractingPath("$.detail").asString().matches(".*\\p{IsHan}.*");
    }

    @Test
    void changesARecordOnlyFromTheVersionSeen() {
        var opened = open(ticket("主轴异响"), "en", null);
        var address = opened.getResponse().getHeader("Location");
        var tag = opened.getResponse().getHeader("ETag");

        assertThat(patch(address, null)).hasStatus(428).bodyText().contains("web.rest.versionRequired");
        assertThat(patch(address, "\"4711\"")).hasStatus(412).bodyText().contains("web.rest.stale");
        assertThat(patch(address, tag)).hasStatusOk();
    }

    @Test
    void answersARepeatedKeyAlikeAndDoesTheWorkOnce() {
        var first = open(ticket("主轴异响"), "en", "key-one");
        var again = open(ticket("主轴异响"), "en", "key-one");

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(get("/api/v1/tickets"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        open(ticket("主轴异响"), "en", "key-two");

        assertThat(open(ticket("冷却泵漏水"), "en", "key-two"))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"web.rest.keyUsed\"", "\"requestId\":\"", "take a new one");
    }

    private record Call(RequestMethod verb, String path) {}

    private List<Call> calls(RequestMethod verb, Predicate<HandlerMethod> which) {
        List<Call> calls = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getMethodsCondition().getMethods().contains(verb) && which.test(method)) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> calls.add(new Call(verb, path)));
            }
        });
        return calls;
    }

    private static List<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter)
                .map(java.lang.reflect.Parameter::getName)
                .toList();
    }

    /** What was answered otherwise than with a problem document of this status. */
    private List<String> wrong(List<Call> calls, String query, String body, int status, String inBody) {
        List<String> wrong = new ArrayList<>();
        for (var call : calls) {
            var path = call.path().replaceAll("\\{[^}]*\\}", "999999999");
            var type = call.verb() == RequestMethod.PATCH && path.startsWith("/api/v1/projects")
                    ? "application/merge-patch+json"
                    : MediaType.APPLICATION_JSON_VALUE;
            var answer = mvc.method(HttpMethod.valueOf(call.verb().name()))
                    .uri(path
                            + (query.startsWith("?subject") && !takesSubject(path)
                                    ? query.replace(SUBJECT + "&", "?").replace(SUBJECT, "")
                                    : query))
                    .contentType(type)
                    .header("If-Match", "\"0\"")
                    .content(body)
                    .with(as.user(everything))
                    .exchange();
            var response = answer.getResponse();
            boolean right = response.getStatus() == status
                    && String.valueOf(response.getContentType()).startsWith("application/problem+json")
                    && body(answer).contains(inBody)
                    && body(answer).contains("\"requestId\":\"");
            if (!right) {
                wrong.add(call + " " + response.getStatus() + " " + body(answer));
            }
        }
        return wrong;
    }

    private static boolean takesSubject(String path) {
        return path.matches("/api/v1/(activity|comments|attachments)");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as.user(everything)).exchange();
    }

    private MvcTestResult patch(String address, String tag) {
        var request = mvc.patch()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"subject\":\"主轴异响，停机\"}")
                .with(as.user(everything));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.exchange();
    }

    private MvcTestResult open(String body, String language, String key) {
        var request = mvc.post()
                .uri("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", language)
                .content(body)
                .with(as.user(everything));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.exchange();
    }

    private static String ticket(String subject) {
        return "{\"kind\":\"DIAGNOSIS\",\"subject\":\"%s\",\"body\":\"开机后有异响\"}".formatted(subject);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
