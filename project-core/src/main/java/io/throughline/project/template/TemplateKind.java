package io.throughline.project.template;

/** What projects a template is for. */
public enum TemplateKind {
    EQUIPMENT,
    SOFTWARE,
    CONSTRUCTION,
    DEVELOPMENT,
    SERVICE,
    OTHER
}
