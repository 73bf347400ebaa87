package io.throughline.web.account;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Tab;
import java.util.List;
import org.springframework.ui.Model;

/**
 * Tabs and frame that all pages of the account share; customers see the portal's frame, and whoever has to set up a second
 * factor first sees no way to anything else.
 */
final class AccountFrame {

    private static final List<Tab> TABS = List.of(
            Tab.of("look", "web.account.look", "/account"),
            Tab.of("password", "web.account.password", "/account/password"),
            Tab.of("secondFactor", "web.account.secondFactor", "/account/second-factor"),
            Tab.of("sessions", "web.account.sessions", "/account/sessions"),
            Tab.of("tokens", "web.account.tokens", "/account/tokens"),
            Tab.of("notices", "web.account.notices", "/account/notifications"));

    private AccountFrame() {}

    static void into(Model model, Viewer viewer) {
        model.addAttribute("frame", viewer.secondFactorOwed() ? "layout/plain" : frameOf(viewer));
        model.addAttribute("tabs", viewer.secondFactorOwed() ? List.of() : TABS);
    }

    private static String frameOf(Viewer viewer) {
        return viewer.isStaff() ? "layout/app" : "layout/portal";
    }
}
