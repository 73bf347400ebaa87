package io.throughline.web.project.schedule;

import io.throughline.project.schedule.PlanWindow;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Down to which level a plan may be shown. */
@Component
@RequiredArgsConstructor
class OutlineLevels {

    private static final int MOST = 6;

    private final Words words;

    List<Option> of(PlanWindow window) {
        return IntStream.range(1, Math.min(MOST, window.depth()))
                .mapToObj(level -> new Option("L" + level, words.text("project.schedule.toLevel", level)))
                .toList();
    }
}
