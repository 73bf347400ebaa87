package io.throughline.foundation.notification;

/**
 * A kind of notice a feature sends; declared as a bean, so that people can choose how it reaches them.
 *
 * @param code message key of its text, with named places such as {@code {actor}}, {@code {label}} and the notice's own
 *     data; {@code <code>.label} is its name among the preferences
 * @param inApp whether it lies in the inbox unless the person says otherwise
 * @param mail whether it is mailed unless the person says otherwise
 * @param forCustomers whether portal users get it, and so may choose
 */
public record NoticeKind(String code, boolean inApp, boolean mail, boolean forCustomers) {

    public static NoticeKind inbox(String code) {
        return new NoticeKind(code, true, false, false);
    }

    public static NoticeKind inboxAndMail(String code) {
        return new NoticeKind(code, true, true, false);
    }
}
