package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;

/**
 * An entity whose changes the audit trail shows under another record: a comment under what it is about, a task's
 * dependency under the task. An entity without it is shown under itself.
 */
public interface Audited {

    SubjectRef auditSubject();
}
