package io.throughline.aftersales.assignment;

/** What a rule comes to. */
public enum Verdict {
    CHOSEN,
    /** The team has no members who work on tickets. */
    NO_MEMBERS,
    /** Nobody is on duty, or those who are take no tickets for the moment. */
    NOBODY_ON_DUTY,
    /** Nobody who is there has the skills. */
    NO_SKILL,
    /** Who is there has as many open tickets as the rule allows. */
    ALL_FULL
}
