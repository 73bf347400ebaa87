package io.throughline.web.mail;

import io.throughline.foundation.notification.Envelope;
import io.throughline.foundation.notification.MailCarrier;
import io.throughline.foundation.notification.RenderedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the server of {@code spring.mail.*}; without a host there is none, and mails wait. */
@Slf4j
@Component
class SmtpCarrier implements MailCarrier {

    private static final String TIME_OUT_MILLIS = "10000";

    private final @Nullable JavaMailSenderImpl server;
    private final String from;
    private final String fromName;
    private final SmtpFiles files;
    private final Clock clock;

    SmtpCarrier(
            ObjectProvider<JavaMailSenderImpl> servers,
            @Value("${throughline.mail.from:throughline@localhost}") String from,
            @Value("${throughline.mail.from-name:Throughline 贯通}") String fromName,
            SmtpFiles files,
            Clock clock) {
        this.server = servers.getIfAvailable();
        this.from = from;
        this.fromName = fromName;
        this.files = files;
        this.clock = clock;
        if (server != null) {
            var properties = server.getJavaMailProperties();
            for (var name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                properties.putIfAbsent("mail.smtp." + name, TIME_OUT_MILLIS);
                properties.putIfAbsent("mail.smtps." + name, TIME_OUT_MILLIS);
            }
            server.setJavaMailProperties(properties);
        }
    }

    @Override
    public boolean isConfigured() {
        return server != null && server.getHost() != null && !server.getHost().isBlank();
    }

    @Override
    public Trip open() {
        var configured = server;
        if (configured == null) {
            throw new IllegalStateException("no mail server is configured");
        }
        try {
            var session = configured.getSession();
            var protocol = configured.getProtocol();
            var transport = session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
            transport.connect(
                    configured.getHost(),
                    configured.getPort(),
                    blankToNull(configured.getUsername()),
                    configured.getPassword());
            return new SmtpTrip(session, transport);
        } catch (MessagingException e) {
            throw new Unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private class SmtpTrip implements Trip {

        private final Session session;
        private final Transport transport;

        SmtpTrip(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public void send(String recipient, String messageId, RenderedMail mail) {
            try {
                var message = message(recipient, messageId, mail);
                transport.sendMessage(message, InternetAddress.parse(recipient));
            } catch (MessagingException e) {
                if (!transport.isConnected() || !isAnswer(e)) {
                    throw new Unreachable(String.valueOf(e.getMessage()), e);
                }
                throw new Refused(String.valueOf(e.getMessage()), isForGood(e), e);
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        private MimeMessage message(String recipient, String messageId, RenderedMail mail)
                throws MessagingException, java.io.UnsupportedEncodingException {
            var message = new NamedMessage(session, messageId);
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from, fromName);
            helper.setTo(recipient);
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            helper.setSentDate(Date.from(clock.instant()));
            var envelope = mail.envelope();
            address(message, helper, envelope);
            for (long file : envelope == null ? List.<Long>of() : envelope.files()) {
                var part = files.part(file);
                if (part.isPresent()) {
                    helper.getRootMimeMultipart().addBodyPart(part.get());
                }
            }
            message.saveChanges();
            return message;
        }

        /** A notice asks for no answer, a mail of a conversation says where it belongs (service rule 20). */
        private void address(MimeMessage message, MimeMessageHelper helper, @Nullable Envelope envelope)
                throws MessagingException, java.io.UnsupportedEncodingException {
            if (envelope == null || envelope.automatic()) {
                message.setHeader("Auto-Submitted", envelope == null ? "auto-generated" : "auto-replied");
                message.setHeader("X-Auto-Response-Suppress", "All");
            }
            if (envelope == null) {
                return;
            }
            message.setHeader("X-Throughline-Instance", envelope.instance());
            if (!envelope.to().isEmpty()) {
                helper.setTo(envelope.to().toArray(String[]::new));
            }
            if (!envelope.copies().isEmpty()) {
                helper.setCc(envelope.copies().toArray(String[]::new));
            }
            if (envelope.from() != null) {
                helper.setFrom(envelope.from(), fromName);
            }
            if (envelope.replyTo() != null) {
                helper.setReplyTo(envelope.replyTo());
            }
            if (envelope.inReplyTo() != null) {
                message.setHeader("In-Reply-To", envelope.inReplyTo());
            }
            if (!envelope.references().isEmpty()) {
                message.setHeader("References", String.join("\r\n ", envelope.references()));
            }
        }

        /** Whether the server answered at all. */
        private static boolean isAnswer(MessagingException e) {
            return e instanceof SendFailedException;
        }

        /** The server does not know the address; anything else may be mended. */
        private static boolean isForGood(MessagingException e) {
            var unknown = e instanceof SendFailedException failed ? failed.getInvalidAddresses() : null;
            return unknown != null && unknown.length > 0;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                log.debug("closing the way to the mail server", e);
            }
        }
    }

    /** Keeps the Message-ID given to it, so that a mail sent twice is known as one. */
    private static class NamedMessage extends MimeMessage {

        private final String messageId;

        NamedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
