package io.throughline.foundation.notification;

/** When notices chosen for mail are sent. */
public enum Digest {
    /** A few minutes after they came, several in one mail. */
    SOON,
    /** All of a day at eight in the morning of the person's zone. */
    DAILY
}
