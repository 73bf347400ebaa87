package io.throughline.project.template;

/**
 * The template that a project was begun from.
 *
 * @param revision the one it was begun from
 * @param current the one the template has now
 */
public record TemplateUse(String code, String name, int revision, int current) {}
