package io.throughline.web.admin.sla;

/** On which side of the due time a level of escalation stands. */
enum OffsetSide {
    BEFORE,
    AT,
    AFTER
}
