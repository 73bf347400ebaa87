package io.throughline.project.lifecycle;

/** Key, name, team or visibility changed: what can be found of the project's parts, and by whom, is written anew. */
public record ProjectRescoped(ProjectId projectId) {}
