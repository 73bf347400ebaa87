package io.throughline.aftersales.mail.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of HTML as a reader sees them: blocks on lines of their own, lists with dashes, cells apart, quotations marked
 * with {@code >}; nothing of scripts, styles and what is hidden.
 */
final class HtmlText {

    /** Longer HTML is stripped of its tags without understanding them. */
    private static final int LONGEST = 3_000_000;

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "textarea");
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "tr",
            "table",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "form",
            "address",
            "figure",
            "center",
            "fieldset",
            "body");
    private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre");

    private HtmlText() {}

    static String of(String html) {
        if (html.length() > LONGEST) {
            return stripped(html);
        }
        var writer = new Writer();
        Jsoup.parse(html).traverse(writer);
        return writer.text();
    }

    private static String stripped(String html) {
        var out = new StringBuilder(html.length());
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                inTag = true;
            } else if (c == '>' && inTag) {
                inTag = false;
                out.append(' ');
            } else if (!inTag) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private int unseen;
        private int quotes;
        private int verbatim;
        private int blank = 2;
        private boolean space;

        String text() {
            return out.toString().strip();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (unseen == 0) {
                    write(text.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (isUnseen(element, name)) {
                unseen++;
            }
            if (unseen > 0) {
                return;
            }
            switch (name) {
                case "br" -> newLine();
                case "hr" -> rule();
                case "li" -> item();
                case "td", "th" -> space = space || blank == 0;
                case "blockquote" -> {
                    newLines(1);
                    quotes++;
                }
                case "pre" -> {
                    newLines(2);
                    verbatim++;
                }
                default -> newLines(SPACED.contains(name) ? 2 : BLOCKS.contains(name) ? 1 : 0);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (unseen > 0) {
                unseen -= isUnseen(element, name) ? 1 : 0;
                return;
            }
            newLines(SPACED.contains(name) ? 2 : BLOCKS.contains(name) || name.equals("li") ? 1 : 0);
            quotes -= name.equals("blockquote") ? 1 : 0;
            verbatim -= name.equals("pre") ? 1 : 0;
        }

        private static boolean isUnseen(Element element, String name) {
            var style = element.attr("style");
            return UNSEEN.contains(name)
                    || element.hasAttr("hidden")
                    || !style.isEmpty()
                            && isHiding(style.toLowerCase(java.util.Locale.ROOT).replace(" ", ""));
        }

        private static boolean isHiding(String style) {
            return style.contains("display:none") || style.contains("visibility:hidden");
        }

        private void item() {
            newLines(1);
            write("- ");
        }

        private void rule() {
            newLines(1);
            write("----");
            newLines(1);
        }

        private void write(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (verbatim > 0 && c == '\n') {
                    newLine();
                } else if (c == '\u00a0' || isBlank(c)) {
                    space = space || blank == 0 || verbatim > 0;
                } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff' && c != '\u200c') {
                    put(c);
                }
            }
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
        }

        private void put(char c) {
            if (blank > 0 && quotes > 0) {
                out.append(">".repeat(Math.min(quotes, 10))).append(' ');
            } else if (space && blank == 0) {
                out.append(' ');
            }
            space = false;
            blank = 0;
            out.append(c);
        }

        private void newLine() {
            if (out.length() > 0 && blank < 2) {
                out.append('\n');
                blank++;
            }
            space = false;
        }

        private void newLines(int wanted) {
            while (out.length() > 0 && blank < wanted) {
                out.append('\n');
                blank++;
            }
            space = space && wanted == 0;
        }
    }
}
