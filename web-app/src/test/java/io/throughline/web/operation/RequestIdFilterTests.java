package io.throughline.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestIdFilterTests {

    private final RequestIdFilter filter = new RequestIdFilter();
    private final List<String> seenWhileHandling = new ArrayList<>();

    @Test
    void takesACallersSaneIdOver() throws Exception {
        assertThat(answerTo("order-4711.retry_2")).isEqualTo("order-4711.retry_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "two\nlines-of-log", "<script>alert(1)</script>", "with spaces", "-leading-dash"})
    void replacesAnIdThatCouldForgeALogLine(String forged) throws Exception {
        assertThat(answerTo(forged)).isNotEqualTo(forged).matches("[0-9a-f]{20}");
    }

    @Test
    void replacesAnEndlessId() throws Exception {
        assertThat(answerTo("a".repeat(65))).hasSize(20);
    }

    @Test
    void givesEachRequestAnIdOfItsOwn() throws Exception {
        assertThat(answerTo(null)).isNotEqualTo(answerTo(null));
    }

    @Test
    void showsTheIdToTheLogOnlyWhileTheRequestLasts() throws Exception {
        var id = answerTo(null);

        assertThat(seenWhileHandling).containsExactly(id);
        assertThat(MDC.get("requestId")).isNull();
    }

    private String answerTo(String header) throws Exception {
        var request = new MockHttpServletRequest();
        if (header != null) {
            request.addHeader("X-Request-Id", header);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (in, out) -> seenWhileHandling.add(MDC.get("requestId")));
        return response.getHeader("X-Request-Id");
    }
}
