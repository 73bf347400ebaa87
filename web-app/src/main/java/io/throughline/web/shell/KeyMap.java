package io.throughline.web.shell;

import java.util.List;

/** The keys the help dialog lists; {@code static/js/component/keys.js} acts on them. */
public final class KeyMap {

    public static final List<Key> ALL = List.of(
            new Key("palette", "Ctrl K"),
            new Key("search", "/"),
            new Key("help", "?"),
            new Key("create", "c"),
            new Key("home", "g h"),
            new Key("inbox", "g i"),
            new Key("calendar", "g c"),
            new Key("projects", "g p"),
            new Key("tickets", "g t"),
            new Key("customers", "g u"),
            new Key("insights", "g d"),
            new Key("next", "j"),
            new Key("previous", "k"),
            new Key("select", "x"),
            new Key("openRow", "o"),
            new Key("edit", "e"),
            new Key("reply", "r"),
            new Key("note", "n"),
            new Key("send", "Ctrl Enter"),
            new Key("copy", "."),
            new Key("filter", "f"),
            new Key("sidebar", "["),
            new Key("escape", "Esc"));

    private KeyMap() {}

    /**
     * @param code last part of the message key
     * @param keys pressed one after the other or, with Ctrl, together
     */
    public record Key(String code, String keys) {

        public String label() {
            return "shell.key." + code;
        }

        public List<String> parts() {
            return List.of(keys.split(" "));
        }
    }
}
