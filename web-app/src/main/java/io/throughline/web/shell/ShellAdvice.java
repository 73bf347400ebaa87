package io.throughline.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@link ShellModel} beside the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private final InboxCount inbox;
    private final String version;
    private final Clock clock;

    ShellAdvice(ObjectProvider<InboxCount> inbox, ObjectProvider<BuildProperties> build, Clock clock) {
        this.clock = clock;
        var found = inbox.getIfAvailable();
        this.inbox = found == null ? viewer -> 0 : found;
        var properties = build.getIfAvailable();
        this.version = properties == null ? "" : Objects.requireNonNullElse(properties.getVersion(), "");
    }

    @ModelAttribute("shell")
    ShellModel shell(HttpServletRequest request) {
        return new ShellModel(request, inbox, version, clock);
    }
}
