package io.throughline.web.mail;

import io.throughline.aftersales.mail.MailboxReading.Access;
import io.throughline.aftersales.mail.MailboxSecurity;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import lombok.extern.slf4j.Slf4j;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** An open way to one folder of a mailbox. Looking at a mail does not mark it as read. */
@Slf4j
final class ImapMailbox implements AutoCloseable {

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "180000";

    private final Store store;
    private final IMAPFolder folder;

    private ImapMailbox(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** A mail in the folder. */
    record Found(long uid, Message message) {

        int size() throws MessagingException {
            return message.getSize();
        }

        byte[] source() throws MessagingException, IOException {
            var bytes = new ByteArrayOutputStream(Math.max(1_024, message.getSize()));
            message.writeTo(bytes);
            return bytes.toByteArray();
        }
    }

    /** The server's certificate must be known to the Java running this and name the host, whatever the protection. */
    static ImapMailbox open(Access access) throws MessagingException {
        return open(access, null);
    }

    /** @param trusted makes the protected connections; null for the one of the Java running this */
    static ImapMailbox open(Access access, @Nullable SSLSocketFactory trusted) throws MessagingException {
        var protocol = access.security() == MailboxSecurity.TLS ? "imaps" : "imap";
        var properties = properties(protocol, access);
        if (trusted != null) {
            properties.put("mail." + protocol + ".ssl.socketFactory", trusted);
            properties.put("mail." + protocol + ".socketFactory.fallback", "false");
        }
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(access.host(), access.port(), access.username(), access.password());
        try {
            var folder = (IMAPFolder) store.getFolder(access.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(store, folder);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private static Properties properties(String protocol, Access access) {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", READ_MILLIS);
        properties.put(prefix + "writetimeout", CONNECT_MILLIS);
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", String.valueOf(1 << 20));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (access.security() == MailboxSecurity.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The uid of the newest mail there is, or the one before the next. */
    long newest() throws MessagingException {
        return Math.max(0, folder.getUIDNext() - 1);
    }

    /** Mails after a uid, oldest first. */
    List<Found> after(long uid) throws MessagingException {
        return found(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).stream()
                .filter(mail -> mail.uid > uid)
                .toList();
    }

    /** Mails nobody has read, oldest first. */
    List<Found> unread() throws MessagingException {
        return found(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    private List<Found> found(Message[] messages) throws MessagingException {
        var found = new ArrayList<Found>();
        for (var message : Arrays.asList(messages)) {
            if (message != null && !message.isExpunged() && !message.isSet(Flags.Flag.DELETED)) {
                found.add(new Found(folder.getUID(message), message));
            }
        }
        found.sort(Comparator.comparingLong(Found::uid));
        return found;
    }

    /** The mail is stored with us. */
    void taken(Found mail, boolean remove) throws MessagingException {
        mail.message.setFlag(Flags.Flag.SEEN, true);
        if (remove) {
            mail.message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    void expunge() throws MessagingException {
        folder.expunge();
    }

    /** Waits until the server tells of something new, at most the time given. */
    void await(ScheduledExecutorService alarm, int seconds, CountDownLatch stopped)
            throws MessagingException, InterruptedException {
        if (!((IMAPStore) store).hasCapability("IDLE")) {
            stopped.await(seconds, TimeUnit.SECONDS);
            folder.getMessageCount();
            return;
        }
        var ring = alarm.schedule(this::nudge, seconds, TimeUnit.SECONDS);
        try {
            folder.idle(true);
        } finally {
            ring.cancel(false);
        }
    }

    /** Any other command ends the waiting. */
    private void nudge() {
        try {
            folder.doCommand(protocol -> {
                protocol.simpleCommand("NOOP", null);
                return true;
            });
        } catch (MessagingException gone) {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            log.debug("closing the way to a mailbox", alreadyGone);
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }
}
