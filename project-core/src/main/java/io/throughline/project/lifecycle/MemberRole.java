package io.throughline.project.lifecycle;

/** What a member may do in the project: a deputy leads like the manager, a member works, an observer reads. */
public enum MemberRole {
    DEPUTY,
    MEMBER,
    OBSERVER
}
