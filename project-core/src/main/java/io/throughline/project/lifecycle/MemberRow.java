package io.throughline.project.lifecycle;

/** A person of a project's team. */
public record MemberRow(long userId, String name, String login, MemberRole role, boolean active) {}
