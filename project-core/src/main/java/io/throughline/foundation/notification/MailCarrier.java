package io.throughline.foundation.notification;

/** Takes mails to the mail server; the web application implements it. */
public interface MailCarrier {

    /** False as long as no mail server is configured: mails then wait. */
    boolean isConfigured();

    /** Opens the way to the mail server; throws {@link Unreachable} when it is away. */
    Trip open();

    /** One connection for many mails. */
    interface Trip extends AutoCloseable {

        /** @throws Refused when the server will not take this mail; {@link Unreachable} when the connection broke */
        void send(String recipient, String messageId, RenderedMail mail);

        @Override
        void close();
    }

    /** The mail server cannot be reached or does not let us in: no mail's fault. */
    class Unreachable extends RuntimeException {
        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server said no to this one mail. */
    class Refused extends RuntimeException {

        private final boolean forGood;

        /** @param forGood true when trying again cannot help, as with an unknown recipient */
        public Refused(String message, boolean forGood, Throwable cause) {
            super(message, cause);
            this.forGood = forGood;
        }

        public boolean forGood() {
            return forGood;
        }
    }
}
