package io.throughline.project.schedule;

/** A line of a plan, to be chosen from a list. */
public record TaskChoice(int number, String wbs, String name, boolean milestone) {}
