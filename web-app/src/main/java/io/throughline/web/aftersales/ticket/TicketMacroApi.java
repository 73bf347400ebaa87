package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.FilledReply;
import io.throughline.aftersales.desk.MacroRuns;
import io.throughline.aftersales.desk.RunMacro;
import io.throughline.aftersales.ticket.StepChange;
import io.throughline.foundation.people.Viewer;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Macros on a ticket, for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/macros/{macro}")
@RequiredArgsConstructor
class TicketMacroApi {

    private final MacroRuns runs;

    /** @param refusal message key of the rule that stands against it */
    record Preview(
            String name,
            @Nullable FilledReply reply,
            List<StepChange> changes,
            @Nullable String refusal) {}

    /** @param batch to undo it by; null where nothing but a message was to be done */
    record Ran(@Nullable Long batch) {}

    @GetMapping
    Preview show(Viewer viewer, @PathVariable String number, @PathVariable long macro) {
        var preview = runs.preview(viewer, number, macro);
        return new Preview(
                preview.macro().name(),
                preview.reply(),
                preview.steps().changes(),
                preview.steps().refusal());
    }

    @PostMapping
    Ran run(Viewer viewer, @PathVariable String number, @PathVariable long macro, @Valid @RequestBody RunMacro body) {
        return new Ran(runs.run(viewer, number, macro, body));
    }
}
