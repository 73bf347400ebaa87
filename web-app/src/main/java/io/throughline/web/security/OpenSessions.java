package io.throughline.web.security;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** A person's open sessions on all nodes. The id of a session is its key and never shown; a hash of it stands for it. */
@Component
@RequiredArgsConstructor
public class OpenSessions {

    private static final int HANDLE_BYTES = 12;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    /** Newest use first, the current one before all. */
    public List<Row> of(Viewer viewer, @Nullable String currentId) {
        return sessions.findByPrincipalName(viewer.login()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> row(session, session.getId().equals(currentId)))
                .sorted(Comparator.comparing(Row::current)
                        .thenComparing(Row::lastUsedAt)
                        .reversed())
                .toList();
    }

    /** Ends one session of the viewer; throws {@link NotFound} when there is none under that handle. */
    public void end(Viewer viewer, String handle) {
        var id = sessions.findByPrincipalName(viewer.login()).keySet().stream()
                .filter(candidate -> handle(candidate).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotFound("session", handle));
        sessions.deleteById(id);
    }

    public void endOthers(Viewer viewer, @Nullable String currentId) {
        sessions.findByPrincipalName(viewer.login()).keySet().stream()
                .filter(id -> !id.equals(currentId))
                .forEach(sessions::deleteById);
    }

    private static Row row(Session session, boolean current) {
        SessionOrigin origin = session.getAttribute(SessionOrigin.ATTRIBUTE);
        return new Row(
                handle(session.getId()),
                origin == null ? "" : origin.device(),
                origin == null ? "" : origin.address(),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                current);
    }

    private static String handle(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HANDLE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session as its owner sees it. */
    public record Row(
            String handle, String device, String address, Instant openedAt, Instant lastUsedAt, boolean current) {}
}
