package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Repacks a workbook before the spreadsheet library sees it: only the parts that hold cells, each one bounded and
 * checked by {@link SafeXml}. Pictures, macros, links to other workbooks and the like are never unpacked.
 */
final class XlsxGuard {
    private static final long RATIO_FROM = 5L << 20;
    private static final Pattern PARTS = Pattern.compile(
            "\\[content_types]\\.xml|_rels/\\.rels|xl/[a-z]*\\.xml|xl/_rels/[a-z]*\\.xml\\.rels|xl/worksheets/[^/]*\\.xml");
    private static final Set<String> NEEDED = Set.of("[content_types].xml", "_rels/.rels");

    private final PlanFileLimits limits;
    private long unpacked;

    XlsxGuard(PlanFileLimits limits) {
        this.limits = limits;
    }

    void repack(Path from, Path to) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            checkDirectory(zip);
            out.setLevel(Deflater.BEST_SPEED);
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (PARTS.matcher(lower(entry)).matches()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    copyPart(zip, entry, out);
                    out.closeEntry();
                }
            }
        } catch (ZipException e) {
            throw new PlanFileException(e, "zipBroken");
        } catch (IllegalArgumentException e) {
            throw new PlanFileException(e, "zipBroken");
        }
    }

    private void checkDirectory(ZipFile zip) {
        if (zip.size() > limits.zipEntries()) {
            throw new PlanFileException("zipTooManyParts", limits.zipEntries());
        }
        var names = new HashSet<String>();
        long declared = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!names.add(lower(entry))) {
                throw new PlanFileException("zipBroken");
            }
            declared += Math.max(0, entry.getSize());
        }
        if (declared > limits.unpackedBytes() || declared < 0) {
            throw unpackedTooLarge();
        }
        if (!names.containsAll(NEEDED) || names.stream().noneMatch(n -> n.startsWith("xl/"))) {
            throw new PlanFileException("notXlsx");
        }
    }

    private void copyPart(ZipFile zip, ZipEntry entry, OutputStream out) throws IOException {
        long before = unpacked;
        try (var in = new Counted(zip.getInputStream(entry), before, entry.getCompressedSize())) {
            SafeXml.Visitor visitor =
                    lower(entry).startsWith("xl/worksheets/") ? new SheetVisitor(limits) : (element, depth) -> true;
            new SafeXml(limits, visitor).copy(in, new Unclosed(out));
        }
    }

    private PlanFileException unpackedTooLarge() {
        return new PlanFileException("unpackedTooLarge", limits.unpackedBytes() >> 20);
    }

    private static String lower(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT);
    }

    /** Counts what really comes out, whatever the directory says. */
    private final class Counted extends InputStream {
        private final InputStream in;
        private final long before;
        private final long packed;

        Counted(InputStream in, long before, long packed) {
            this.in = in;
            this.before = before;
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void count(int bytes) {
            unpacked += bytes;
            long here = unpacked - before;
            if (unpacked > limits.unpackedBytes() || here > RATIO_FROM && here / packed > limits.zipRatio()) {
                throw unpackedTooLarge();
            }
        }
    }

    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Bounds rows and columns: the library would otherwise make room for any cell address it is shown. */
    private static final class SheetVisitor implements SafeXml.Visitor {
        private final PlanFileLimits limits;
        private int row;
        private int column;

        SheetVisitor(PlanFileLimits limits) {
            this.limits = limits;
        }

        @Override
        public boolean keep(XMLStreamReader element, int depth) {
            return switch (element.getLocalName()) {
                case "row" -> keepRow(element.getAttributeValue(null, "r"));
                case "c" -> keepCell(element.getAttributeValue(null, "r"));
                case "conditionalFormatting", "dataValidations", "hyperlinks", "drawing", "mergeCells", "extLst" ->
                    false;
                default -> true;
            };
        }

        @Override
        public void dropped(String name, boolean hadText) {
            if (name.equals("c") && hadText) {
                throw new PlanFileException("tooManyColumns", limits.columns());
            }
            if (name.equals("row") && hadText) {
                throw new PlanFileException("tooManyTasks", limits.tasks());
            }
        }

        private boolean keepRow(@Nullable String number) {
            row = number == null ? row + 1 : digits(number, 0);
            column = 0;
            return row <= limits.tasks() + 1;
        }

        private boolean keepCell(@Nullable String address) {
            column = address == null ? column + 1 : columnOf(address);
            return column <= limits.columns();
        }

        private static int columnOf(String address) {
            int column = 0;
            for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
                char letter = address.charAt(i);
                if (i > 2 || letter < 'A' || letter > 'Z') {
                    throw new PlanFileException("notXlsx");
                }
                column = column * 26 + letter - 'A' + 1;
            }
            if (column == 0) {
                throw new PlanFileException("notXlsx");
            }
            return column;
        }

        private static int digits(String number, int from) {
            try {
                int value = Integer.parseInt(number, from, number.length(), 10);
                if (value > 0) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new PlanFileException(e, "notXlsx");
            }
            throw new PlanFileException("notXlsx");
        }
    }
}
