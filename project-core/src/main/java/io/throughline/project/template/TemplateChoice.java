package io.throughline.project.template;

/** A template by name, in the reader's language where it has one in that. */
public record TemplateChoice(String code, String name) {}
