package io.throughline.project.resource;

/** What a template keeps of those who work on a project's tasks. */
public enum TemplateStaffing {
    NONE,
    /** Each person as a place for the skill that person is best at, to be filled in each project; the rest as it is. */
    PLACES,
    /** The people themselves. */
    PEOPLE
}
