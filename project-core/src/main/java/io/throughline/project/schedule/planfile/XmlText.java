package io.throughline.project.schedule.planfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decodes XML strictly, by its mark or its declaration, so that no parser has to guess. */
final class XmlText {
    private static final int LOOK = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9._-]{1,20})[\"']");
    private static final Set<String> KNOWN =
            Set.of("utf-8", "us-ascii", "iso-8859-1", "windows-1252", "gb18030", "gbk", "gb2312");

    private XmlText() {}

    static Reader reader(InputStream from) throws IOException {
        var in = new BufferedInputStream(from, 1 << 16);
        in.mark(LOOK);
        var head = in.readNBytes(LOOK);
        in.reset();
        var charset = charset(head);
        var reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return withoutMark(reader);
    }

    private static Charset charset(byte[] head) {
        if (head.length < 4) {
            return StandardCharsets.UTF_8;
        }
        if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] != 0 && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head[0] == 0 && head[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (head[0] == (byte) 0xEF) {
            return StandardCharsets.UTF_8;
        }
        var match = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!match.find()) {
            return StandardCharsets.UTF_8;
        }
        var name = match.group(1).toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            throw new PlanFileException("xmlBroken", 1);
        }
        return Charset.forName(name);
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        var buffered = new java.io.BufferedReader(reader, 1 << 16);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }
}
