package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ChangePlanSettings;
import io.throughline.project.schedule.PlanPreview;
import io.throughline.project.schedule.PlanPreviews;
import io.throughline.project.schedule.PlanSettings;
import io.throughline.project.schedule.PlanSettingsDesk;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Versions;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the plan is computed, for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/schedule/settings")
class PlanSettingsApi {

    private final PlanSettingsDesk settings;
    private final PlanPreviews previews;
    private final MergePatch patches;

    @GetMapping
    ResponseEntity<PlanSettings> show(Viewer viewer, @PathVariable String key) {
        return answer(settings.of(viewer, key));
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<PlanSettings> change(
            Viewer viewer,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        settings.change(viewer, key, command(viewer, key, patch, seen));
        return answer(settings.of(viewer, key));
    }

    /** What the same patch would move; nothing is changed. */
    @PostMapping("/preview")
    PlanPreview preview(Viewer viewer, @PathVariable String key, @RequestBody JsonNode patch) {
        var command = command(viewer, key, patch, null);
        return previews.of(viewer, key, () -> settings.change(viewer, key, command));
    }

    private ChangePlanSettings command(Viewer viewer, String key, JsonNode patch, @Nullable Integer seen) {
        var fields = patch.deepCopy();
        if (fields instanceof ObjectNode object) {
            object.remove("version");
        }
        var command = patches.apply(ChangePlanSettings.of(settings.of(viewer, key)), fields);
        return new ChangePlanSettings(
                seen,
                command.direction(),
                command.honorsConstraints(),
                command.alap(),
                command.criticalSlackMinutes(),
                command.multipleCriticalPaths(),
                command.statusDate());
    }

    private static ResponseEntity<PlanSettings> answer(PlanSettings settings) {
        return Versions.tagged(settings, settings.version());
    }
}
