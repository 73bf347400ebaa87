package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.TicketBatches;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketSteps;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs a macro on a ticket: shown before, then text and changes in one transaction, under its name in the history. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class MacroRuns {

    private final MacroQueries macros;
    private final ReplyTemplateQueries templates;
    private final TicketConversation conversation;
    private final TicketBatches batches;
    private final Settings settings;
    private final Clock clock;

    /** Throws {@link NotFound} for a ticket or macro the viewer does not see. */
    @Transactional(readOnly = true)
    public MacroPreview preview(Viewer viewer, String number, long id) {
        var macro = macros.require(viewer, id);
        var steps = batches.preview(viewer, List.of(number), steps(viewer, macro)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("ticket", number));
        return new MacroPreview(macro, reply(viewer, number, macro), steps);
    }

    /**
     * All of it or nothing: throws {@link RuleViolation} for a text with gaps, for newer messages that were not confirmed, and
     * where a rule stands against a change.
     *
     * @return the batch that can be undone, without the message; null where nothing but a message was to be done
     */
    public @Nullable Long run(Viewer viewer, String number, long id, RunMacro command) {
        var preview = preview(viewer, number, id);
        var refusal = preview.steps().refusal();
        if (refusal != null) {
            throw new RuleViolation(refusal, preview.steps().args().toArray());
        }
        say(viewer, number, preview, command);
        if (!preview.steps().changesSomething()) {
            return null;
        }
        return batches.run(
                        viewer,
                        TicketBatches.Kind.MACRO,
                        preview.macro().name(),
                        List.of(number),
                        steps(viewer, preview.macro()))
                .batch();
    }

    private void say(Viewer viewer, String number, MacroPreview preview, RunMacro command) {
        var reply = preview.reply();
        if (reply == null) {
            return;
        }
        var text = command.body() == null ? reply.text() : command.body();
        if (text.isBlank()) {
            return;
        }
        var visibility = preview.macro().note() ? Visibility.INTERNAL : Visibility.PUBLIC;
        var gaps = Placeholder.gaps(text);
        if (visibility == Visibility.PUBLIC && !gaps.isEmpty()) {
            throw new RuleViolation("aftersales.desk.gaps", String.join(" ", gaps)).at("body");
        }
        conversation.add(
                viewer,
                number,
                new AddMessage(text, visibility, null, null, null, command.seen(), command.confirmed(), null, null));
    }

    private @Nullable FilledReply reply(Viewer viewer, String number, MacroRow macro) {
        var template = macro.templateId();
        return template == null || macro.template() == null ? null : templates.fill(viewer, number, template);
    }

    private TicketSteps steps(Viewer viewer, MacroRow macro) {
        var days = macro.holdDays();
        return new TicketSteps(
                macro.status() == null ? null : macro.status().code(),
                macro.holdReason(),
                days == null ? null : inDays(days),
                macro.priority(),
                macro.toTeamId(),
                macro.toMe() ? Long.valueOf(viewer.id().value()) : macro.toUserId(),
                false,
                tags(macro.tags()));
    }

    /** The first minute of that day in the company's zone. */
    private Instant inDays(int days) {
        var zone = ZoneId.of(settings.get(Setting.COMPANY_ZONE));
        return LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(days)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static Set<String> tags(String written) {
        return Arrays.stream(written.split(",")).filter(tag -> !tag.isEmpty()).collect(Collectors.toSet());
    }
}
