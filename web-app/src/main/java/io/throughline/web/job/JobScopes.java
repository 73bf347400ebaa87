package io.throughline.web.job;

import io.throughline.foundation.job.JobQueries;
import io.throughline.web.security.BorrowedScopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A token that may begin a kind of work may ask how far its owner's work of that kind is, and stop it. */
@Component
@RequiredArgsConstructor
class JobScopes implements BorrowedScopes {

    private static final Pattern JOB = Pattern.compile("/api/v1/jobs/(\\d{1,18})");

    private final JobQueries jobs;

    @Override
    public Optional<String> resource(HttpServletRequest request, long user) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var job = JOB.matcher(path);
        return job.matches() ? jobs.resource(user, Long.parseLong(job.group(1))) : Optional.empty();
    }
}
