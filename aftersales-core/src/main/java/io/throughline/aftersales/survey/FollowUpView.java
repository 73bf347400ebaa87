package io.throughline.aftersales.survey;

/** Which of the follow-ups. */
public enum FollowUpView {
    MINE,
    OPEN,
    DONE
}
