package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one's own password; every other session and every open link of the user dies with the old one. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Passwords {

    private final UserRepository users;
    private final SignIns signIns;
    private final PasswordSetting setting;

    /**
     * Throws {@link RuleViolation} at {@code current}, {@code password} or {@code repeated}.
     *
     * @param keptSession id of the session that lives on
     */
    public void change(Viewer viewer, ChangePassword command, @Nullable String keptSession) {
        signIns.confirm(viewer, command.current(), "current");
        var user = users.findById(viewer.id().value())
                .orElseThrow(() -> new NotFound("user", viewer.id().value()));
        setting.set(user, command.password(), command.repeated(), keptSession);
    }
}
