package io.throughline.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program sends and reads, and the jobs it follows. */
@TestComponent
@RequiredArgsConstructor
public class ProgramCalls {

    private final MockMvcTester mvc;
    private final JsonMapper json;

    public MvcTestResult send(RequestPostProcessor who, HttpMethod method, String address, String body) {
        return mvc.method(method)
                .uri(address)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public JsonNode read(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** The job at the address once it has ended, however it did. */
    public JsonNode finished(RequestPostProcessor who, String address) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> read(who, address), job -> Set.of("DONE", "FAILED", "CANCELLED")
                        .contains(job.get("state").asString()));
    }

    public static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}
