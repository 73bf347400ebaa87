package io.throughline.foundation.notification;

/**
 * How one kind of notice reaches a person.
 *
 * @param kind code of the {@link NoticeKind}; {@code <kind>.label} names it
 */
public record NoticeChoice(String kind, boolean inApp, boolean mail) {}
