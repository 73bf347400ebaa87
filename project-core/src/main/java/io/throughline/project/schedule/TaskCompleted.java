package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectId;
import java.time.LocalDateTime;

/** A task was finished or a milestone reached; the time is local to the project. */
public record TaskCompleted(TaskId taskId, ProjectId projectId, boolean milestone, LocalDateTime finish) {}
