package io.throughline.foundation.activity;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns people's Markdown (CommonMark with tables) into HTML that may be printed as it is.
 *
 * <p>Raw HTML in the source is shown as text, and whatever comes out of the renderer passes an allow-list besides: no
 * class, id or style, no scheme but http, https and mailto, no picture but our own attachments. Nesting is cut where no
 * person writes, so that hostile text costs no more than its length. This is the one place where rich text is made safe.
 */
public final class Markdown {

    private static final int DEEPEST = 30;
    private static final Pattern OWN_PICTURE = Pattern.compile("/attachments/[0-9]{1,18}(/image)?");

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();

    /** Headings sink below those of the page they stand on. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "h5",
                    "h6")
            .allowElements((element, attributes) -> "h4", "h1", "h2", "h3", "h4")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener")
            .allowAttributes("src")
            .matching(OWN_PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .toFactory();

    private Markdown() {}

    /** Safe HTML of the Markdown; any text is accepted. */
    public static String html(String markdown) {
        return POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    /** The words alone, for notices, search and mentions: without marks, code, addresses and pictures. */
    public static String plainText(String markdown) {
        var words = new Words();
        PARSER.parse(markdown).accept(words);
        return words.text();
    }

    /** The beginning of the words on one line, cut at a whole character and marked with … when something is left out. */
    public static String excerpt(String markdown, int length) {
        var words = plainText(markdown).replaceAll("\\s+", " ").strip();
        if (words.length() <= length) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(length - 2)) ? length - 2 : length - 1;
        return words.substring(0, end) + "…";
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        String text() {
            return text.toString().strip();
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(' ');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
        }

        @Override
        public void visit(Paragraph node) {
            ended(node);
        }

        @Override
        public void visit(Heading node) {
            ended(node);
        }

        @Override
        public void visit(ListItem node) {
            ended(node);
        }

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
            if (node instanceof TableCell) {
                text.append('\n');
            }
        }

        private void ended(Node node) {
            visitChildren(node);
            text.append('\n');
        }
    }
}
