package io.throughline.aftersales.desk;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the texts for answers: everybody the own ones, teams theirs, managers and administrators everybody's. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({
    Role.SUPPORT_AGENT,
    Role.MANAGER,
    Role.ACCOUNT_EXECUTIVE,
    Role.PROJECT_MANAGER,
    Role.TECHNICIAN,
    Role.TRAINER,
    Role.ADMIN
})
public class ReplyTemplates {

    private final ReplyTemplateRepository templates;
    private final Clock clock;

    /**
     * Throws {@link io.throughline.foundation.model.RuleViolation} at the field that does not fit: an unknown placeholder at
     * its text, a share the viewer may not give at {@code sharing}.
     *
     * @return its id
     */
    public long write(Viewer viewer, SaveReplyTemplate command) {
        var share = Share.of(viewer, command.sharing(), command.teamId());
        return templates.saveAndFlush(new ReplyTemplate(command, share)).requireId();
    }

    /** Throws {@link NotFound} for what the viewer does not see, and for what was removed. */
    public void change(Viewer viewer, long id, SaveReplyTemplate command) {
        var template = kept(viewer, id);
        if (template.getRemovedAt() != null) {
            throw new NotFound("reply template", id);
        }
        template.requireVersion(command.version());
        template.write(command, Share.of(viewer, command.sharing(), command.teamId()));
        templates.saveAndFlush(template);
    }

    /** Out of every list; {@link #bringBack} undoes it. */
    public void remove(Viewer viewer, long id) {
        var template = kept(viewer, id);
        template.remove(clock.instant());
        templates.saveAndFlush(template);
    }

    public void bringBack(Viewer viewer, long id) {
        var template = kept(viewer, id);
        template.bringBack();
        templates.saveAndFlush(template);
    }

    private ReplyTemplate kept(Viewer viewer, long id) {
        var template = templates.findById(id).orElseThrow(() -> new NotFound("reply template", id));
        template.share().requireKeeper(viewer, id);
        return template;
    }
}
