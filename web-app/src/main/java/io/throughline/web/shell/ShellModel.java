package io.throughline.web.shell;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.CurrentViewer;
import io.throughline.web.security.SessionSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What the layouts ask for, as {@code ${shell}} in every template. Costs nothing until it is asked.
 */
public final class ShellModel {

    private final HttpServletRequest request;
    private final @Nullable Viewer viewer;
    private final InboxCount inbox;
    private final String version;
    private final Clock clock;
    private @Nullable Menu menu;
    private @Nullable Here here;
    private @Nullable Integer unread;

    ShellModel(HttpServletRequest request, InboxCount inbox, String version, Clock clock) {
        this.request = request;
        this.viewer = CurrentViewer.of(request).orElse(null);
        this.inbox = inbox;
        this.version = version;
        this.clock = clock;
    }

    /** Null on pages that need no sign-in. */
    public @Nullable Viewer getViewer() {
        return viewer;
    }

    public boolean isSignedIn() {
        return viewer != null;
    }

    public @Nullable Menu getMenu() {
        if (menu == null && viewer != null) {
            menu = Menu.of(viewer);
        }
        return menu;
    }

    public Here getHere() {
        if (here == null) {
            here = Here.of(request);
        }
        return here;
    }

    /** Unread notices of the viewer; asked once a page. */
    public int getUnread() {
        if (unread == null) {
            unread = viewer == null ? 0 : inbox.unread(viewer);
        }
        return unread;
    }

    public Locale getLocale() {
        return LocaleContextHolder.getLocale();
    }

    /** {@code zh-CN} or {@code en}, for {@code html lang}. */
    public String getLang() {
        return getLocale().toLanguageTag();
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public String getTheme() {
        return Preferences.theme(request);
    }

    /** {@code wide} or {@code narrow}. */
    public String getSidebar() {
        return Preferences.sidebar(request);
    }

    public boolean isSingleKeys() {
        return Preferences.singleKeys(request);
    }

    /** Until the session ends if nothing more happens; null for who is not signed in. */
    public @Nullable Long getSessionSeconds() {
        return viewer == null
                ? null
                : SessionSpan.left(request, clock.instant())
                        .map(Duration::toSeconds)
                        .orElse(null);
    }

    public List<KeyMap.Group> getKeys() {
        return KeyMap.of(getMenu());
    }

    public String getVersion() {
        return version;
    }
}
