package io.throughline.project.schedule.planfile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one place where foreign XML is parsed first: without document types, entities or anything outside the file, and
 * bounded in depth, elements and text. It writes a plain UTF-8 copy, so that the library behind it reads exactly what
 * was checked, whatever its own parser would have made of the original.
 */
final class SafeXml {
    private static final XMLInputFactory FACTORY = factory();

    /** Looks at each element and may leave it out with all that is in it. */
    interface Visitor {
        boolean keep(XMLStreamReader element, int depth);

        /** Whether an element holds nothing but a value that is to be looked at first. */
        default boolean looksAtValue(String name) {
            return false;
        }

        /** Looks at such a value and may leave its element out. */
        default boolean keepValue(String name, String value) {
            return true;
        }

        /** An element was left out; {@code hadText} tells whether there was any text in it. */
        default void dropped(String name, boolean hadText) {}
    }

    private final PlanFileLimits limits;
    private final Visitor visitor;
    private int elements;
    private long characters;

    SafeXml(PlanFileLimits limits, Visitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    void copy(InputStream from, OutputStream to) throws IOException {
        try {
            var in = FACTORY.createXMLStreamReader(XmlText.reader(from));
            var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            copy(in, out);
            out.flush();
        } catch (CharacterCodingException e) {
            throw new PlanFileException(e, "xmlBroken", 0);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io && !(io instanceof CharacterCodingException)) {
                throw io;
            }
            throw new PlanFileException(
                    e,
                    "xmlBroken",
                    Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
        } catch (PlanFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PlanFileException(e, "xmlBroken", 0);
        }
    }

    private void copy(XMLStreamReader in, Writer out) throws XMLStreamException, IOException {
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            refuseUnsafe(event);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter(++depth);
                    if (visitor.looksAtValue(in.getLocalName())) {
                        value(in, out);
                        depth--;
                    } else if (visitor.keep(in, depth)) {
                        start(in, out);
                    } else {
                        skip(in, depth--);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    out.write("</" + name(in.getPrefix(), in.getLocalName()) + ">");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    countText(in.getTextLength());
                    if (depth > 0) {
                        escape(in.getText(), out);
                    }
                }
                default -> {}
            }
        }
    }

    private void value(XMLStreamReader in, Writer out) throws XMLStreamException, IOException {
        var local = in.getLocalName();
        var name = name(in.getPrefix(), local);
        var tag = new StringWriter();
        start(in, tag);
        var text = in.getElementText();
        countText(text.length());
        if (visitor.keepValue(local, text)) {
            out.write(tag.toString());
            escape(text, out);
            out.write("</" + name + ">");
        } else {
            visitor.dropped(local, true);
        }
    }

    private void skip(XMLStreamReader in, int depth) throws XMLStreamException {
        var name = in.getLocalName();
        boolean hadText = false;
        int inner = 1;
        while (inner > 0) {
            int event = in.next();
            refuseUnsafe(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(depth + inner++);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inner--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                countText(in.getTextLength());
                hadText |= !in.isWhiteSpace();
            }
        }
        visitor.dropped(name, hadText);
    }

    private void enter(int depth) {
        if (depth > limits.xmlDepth()) {
            throw new PlanFileException("xmlTooDeep", limits.xmlDepth());
        }
        if (++elements > limits.xmlElements()) {
            throw new PlanFileException("xmlTooLarge", limits.xmlElements());
        }
    }

    private void countText(int length) {
        characters += length;
        if (characters > limits.unpackedBytes()) {
            throw new PlanFileException("unpackedTooLarge", limits.unpackedBytes() >> 20);
        }
    }

    private static void refuseUnsafe(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new PlanFileException("xmlDoctype");
        }
    }

    private static void start(XMLStreamReader in, Writer out) throws IOException {
        out.write("<" + name(in.getPrefix(), in.getLocalName()));
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            var prefix = in.getNamespacePrefix(i);
            var uri = in.getNamespaceURI(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri, out);
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(name(in.getAttributePrefix(i), in.getAttributeLocalName(i)), in.getAttributeValue(i), out);
        }
        out.write('>');
    }

    private static void attribute(String name, String value, Writer out) throws IOException {
        out.write(" " + name + "=\"");
        escape(value, out);
        out.write('"');
    }

    private static void escape(String text, Writer out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\r' -> out.write("&#13;");
                default -> out.write(c);
            }
        }
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static XMLInputFactory factory() {
        // the JDK's own: another on the class path might read the switches below differently
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }
}
