package io.throughline.foundation.people;

/** A user was created or changed; told in the same transaction. */
public record UserSaved(UserId id, String login, String name, boolean active, boolean staff) {}
