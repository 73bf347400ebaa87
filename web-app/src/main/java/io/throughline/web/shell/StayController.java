package io.throughline.web.shell;

import io.throughline.web.security.SessionSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps a person signed in who says so before the session ends; any request would, this one does nothing else. */
@Controller
@RequiredArgsConstructor
class StayController {

    private final Clock clock;

    @PostMapping("/session")
    @ResponseBody
    Left stay(HttpServletRequest request) {
        return new Left(SessionSpan.left(request, clock.instant())
                .map(Duration::toSeconds)
                .orElse(0L));
    }

    /**
     * @param seconds until the session ends
     */
    record Left(long seconds) {}
}
