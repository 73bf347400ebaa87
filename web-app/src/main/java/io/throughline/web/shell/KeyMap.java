package io.throughline.web.shell;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys the help sheet names, by where they work; {@code static/js/component/keys.js} acts on them, and hides the ones
 * the page in front of the person has no use for.
 */
public final class KeyMap {

    private static final List<Key> EVERYWHERE = List.of(
            Key.of("palette", "Ctrl K"),
            Key.of("search", "/"),
            Key.of("help", "?"),
            Key.of("create", "c"),
            Key.of("send", "Ctrl Enter"),
            Key.of("undo", "Ctrl Z"),
            Key.of("sidebar", "["),
            Key.of("escape", "Esc"));

    private static final List<Key> LISTS = List.of(
            Key.of("next", "j"),
            Key.of("previous", "k"),
            Key.of("openRow", "o"),
            Key.of("pickRow", "x"),
            Key.of("filter", "f"),
            Key.of("layoutPlan", "v l"),
            Key.of("layoutGantt", "v g"),
            Key.of("layoutNetwork", "v n"));

    private static final List<Key> RECORDS = List.of(
            Key.of("edit", "e"),
            Key.of("reply", "r"),
            Key.of("note", "n"),
            Key.of("status", "s"),
            Key.of("assign", "a"),
            Key.of("take", "i"),
            Key.of("copy", "."));

    private KeyMap() {}

    /** What goes somewhere is read off the menu, so that it never names a page the person has not. */
    static List<Group> of(@Nullable Menu menu) {
        return Stream.of(
                        new Group("everywhere", EVERYWHERE),
                        new Group("go", menu == null ? List.of() : keys(menu.entries())),
                        new Group("new", menu == null ? List.of() : keys(menu.creations())),
                        new Group("lists", LISTS),
                        new Group("records", RECORDS))
                .filter(group -> !group.keys().isEmpty())
                .toList();
    }

    private static List<Key> keys(List<MenuEntry> entries) {
        return entries.stream()
                .flatMap(entry ->
                        entry.keys() == null ? Stream.empty() : Stream.of(new Key(entry.label(), entry.keys())))
                .toList();
    }

    /**
     * @param code last part of the message key {@code shell.keys.group.…}
     */
    public record Group(String code, List<Key> keys) {}

    /**
     * @param label message key of what the keys do
     * @param keys pressed one after the other or, with Ctrl, together
     */
    public record Key(String label, String keys) {

        static Key of(String code, String keys) {
            return new Key("shell.key." + code, keys);
        }

        public List<String> parts() {
            return List.of(keys.split(" "));
        }
    }
}
