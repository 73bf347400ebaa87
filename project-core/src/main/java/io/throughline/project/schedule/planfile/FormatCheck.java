package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Tells the format by name and by content, and refuses a file where the two disagree. */
final class FormatCheck {
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private FormatCheck() {}

    enum Content {
        OLE,
        ZIP,
        XML,
        XER,
        OTHER
    }

    /** The container as the extension promises; for XML the kind of plan shows only in its root element. */
    static Content check(String fileName, Path file) throws IOException {
        var content = contentOf(file);
        var extension = extension(fileName);
        var promised =
                switch (extension) {
                    case "mpp", "mpt" -> Content.OLE;
                    case "xlsx" -> Content.ZIP;
                    case "xml" -> Content.XML;
                    case "xer" -> Content.XER;
                    case "csv", "txt" -> Content.OTHER;
                    case "xls" -> throw new PlanFileException("oldExcel");
                    default -> throw new PlanFileException("unknownType", extension);
                };
        if (extension.equals("xlsx") && content == Content.OLE) {
            throw new PlanFileException("encrypted");
        }
        if (content != promised) {
            throw new PlanFileException("contentDiffers", extension);
        }
        return content;
    }

    private static Content contentOf(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(1024);
        }
        if (startsWith(head, OLE)) {
            return Content.OLE;
        }
        if (startsWith(head, ZIP)) {
            return Content.ZIP;
        }
        if (startsWith(head, "ERMHDR\t".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            return Content.XER;
        }
        return looksLikeXml(head) ? Content.XML : Content.OTHER;
    }

    private static boolean looksLikeXml(byte[] head) {
        var text = new StringBuilder();
        for (byte b : head) {
            // skips byte order marks and the zero bytes of UTF-16
            if (b > 0) {
                text.append((char) b);
            }
        }
        return text.toString().strip().startsWith("<");
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,8}") ? extension : "";
    }
}
