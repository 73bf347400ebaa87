package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asserts that a hostile file is refused, within limits a test soon reaches. */
final class Refusals {

    static final PlanFileLimits SMALL =
            new PlanFileLimits(8 << 20, 16 << 20, 50, 100, 40, 300_000, 2_000, 100, Duration.ofSeconds(20), 2);

    private Refusals() {}

    static void assertRefused(String name, String content, String code) {
        assertRefused(name, content.getBytes(StandardCharsets.UTF_8), code);
    }

    static void assertRefused(String name, byte[] content, String code) {
        assertThat(refusal(name, content).code()).isEqualTo("project.schedule.file.error." + code);
    }

    static PlanFileException refusal(String name, byte[] content) {
        var refusal = catchThrowableOfType(PlanFileException.class, () -> PlanFiles.read(SMALL, name, content));
        assertThat(refusal).as(name).isNotNull();
        return refusal;
    }
}
