package io.throughline.web.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sidebar.
 *
 * @param code what a page names as its section; a child's code starts with its parent's and a dot
 * @param href address inside the application; null for a group
 * @param icon name in the sprite
 * @param keys keys that go there, for the tip; null without
 * @param children entries of a group
 */
public record MenuEntry(
        String code,
        @Nullable String href,
        String icon,
        @Nullable String keys,
        List<MenuEntry> children) {

    static MenuEntry page(String code, String href, String icon, @Nullable String keys) {
        return new MenuEntry(code, href, icon, keys, List.of());
    }

    static MenuEntry group(String code, String icon, MenuEntry... children) {
        return new MenuEntry(code, null, icon, null, List.of(children));
    }

    /** Message key of the word shown. */
    public String label() {
        return "shell.menu." + code;
    }

    public boolean isGroup() {
        return !children.isEmpty();
    }

    /** Whether the section stands here or in this group. */
    public boolean holds(@Nullable String section) {
        return section != null && (section.equals(code) || section.startsWith(code + "."));
    }
}
