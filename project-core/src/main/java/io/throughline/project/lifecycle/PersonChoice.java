package io.throughline.project.lifecycle;

/** Somebody of the staff to choose from. */
public record PersonChoice(long id, String name, String login) {}
