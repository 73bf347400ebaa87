package io.throughline.foundation.attachment;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The safe-list: what may be attached, how its content begins, and what browsers and mail programs call it.
 *
 * <p>Nothing a browser would run is on it: no HTML, SVG, script or program. ZIP-based office formats are told apart by
 * their extension only; what is inside them is nobody's to run.
 */
enum FileType {
    PDF("application/pdf", Signature.at(0, "%PDF-"), Set.of("pdf"), "application/x-pdf"),
    PNG("image/png", Signature.at(0, "\u0089PNG\r\n\u001a\n"), Set.of("png"), "image/x-png"),
    JPEG("image/jpeg", Signature.at(0, "\u00ff\u00d8\u00ff"), Set.of("jpg", "jpeg"), "image/jpg", "image/pjpeg"),
    GIF("image/gif", Signature.at(0, "GIF87a").or(Signature.at(0, "GIF89a")), Set.of("gif")),
    WEBP("image/webp", Signature.at(0, "RIFF").and(Signature.at(8, "WEBP")), Set.of("webp")),
    BMP("image/bmp", Signature.at(0, "BM"), Set.of("bmp"), "image/x-ms-bmp", "image/x-bmp"),
    TIFF("image/tiff", Signature.at(0, "II*\0").or(Signature.at(0, "MM\0*")), Set.of("tif", "tiff")),
    HEIC(
            "image/heic",
            Signature.at(4, "ftyp").and(Signature.at(8, "hei").or(Signature.at(8, "mif1"))),
            Set.of("heic", "heif"),
            "image/heif"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Signature.ZIP,
            Set.of("docx"),
            "application/zip"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Signature.ZIP,
            Set.of("xlsx"),
            "application/zip"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Signature.ZIP,
            Set.of("pptx"),
            "application/zip"),
    ODT("application/vnd.oasis.opendocument.text", Signature.ZIP, Set.of("odt"), "application/zip"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Signature.ZIP, Set.of("ods"), "application/zip"),
    ODP("application/vnd.oasis.opendocument.presentation", Signature.ZIP, Set.of("odp"), "application/zip"),
    DOC("application/msword", Signature.OLE, Set.of("doc", "wps")),
    XLS("application/vnd.ms-excel", Signature.OLE, Set.of("xls", "et")),
    PPT("application/vnd.ms-powerpoint", Signature.OLE, Set.of("ppt", "dps")),
    MPP("application/vnd.ms-project", Signature.OLE, Set.of("mpp"), "application/x-project", "application/msproject"),
    VSD("application/vnd.visio", Signature.OLE, Set.of("vsd"), "application/x-visio"),
    MSG("application/vnd.ms-outlook", Signature.OLE, Set.of("msg")),
    ZIP("application/zip", Signature.ZIP, Set.of("zip"), "application/x-zip-compressed", "application/x-zip"),
    SEVEN_ZIP("application/x-7z-compressed", Signature.at(0, "7z\u00bc\u00af\u0027\u001c"), Set.of("7z")),
    GZIP("application/gzip", Signature.at(0, "\u001f\u008b\b"), Set.of("gz", "tgz"), "application/x-gzip"),
    RAR(
            "application/vnd.rar",
            Signature.at(0, "Rar!\u001a\u0007"),
            Set.of("rar"),
            "application/x-rar-compressed",
            "application/x-rar"),
    DWG("image/vnd.dwg", Signature.at(0, "AC10"), Set.of("dwg"), "application/acad", "application/x-dwg"),
    MP4(
            "video/mp4",
            Signature.at(4, "ftyp"),
            Set.of("mp4", "m4v", "mov", "m4a"),
            "video/quicktime",
            "video/x-m4v",
            "audio/mp4",
            "audio/x-m4a"),
    WEBM("video/webm", Signature.at(0, "\u001aE\u00df\u00a3"), Set.of("webm", "mkv"), "video/x-matroska"),
    MP3(
            "audio/mpeg",
            Signature.at(0, "ID3").or(Signature.at(0, "\u00ff\u00fb")).or(Signature.at(0, "\u00ff\u00f3")),
            Set.of("mp3"),
            "audio/mp3"),
    WAV("audio/wav", Signature.at(0, "RIFF").and(Signature.at(8, "WAVE")), Set.of("wav"), "audio/x-wav", "audio/wave"),
    CSV("text/csv", Signature.TEXT, Set.of("csv"), "text/plain", "application/vnd.ms-excel", "application/csv"),
    TEXT(
            "text/plain",
            Signature.TEXT,
            Set.of("txt", "log", "md", "ini", "conf", "nc", "gcode", "stp", "step", "dxf", "xer", "eml", "ics"),
            "text/markdown",
            "text/x-log",
            "message/rfc822",
            "text/calendar",
            "image/vnd.dxf",
            "application/step",
            "model/step"),
    JSON("application/json", Signature.TEXT, Set.of("json"), "text/plain", "text/json"),
    XML("application/xml", Signature.XML, Set.of("xml"), "text/xml");

    private final String contentType;
    private final Signature signature;
    private final Set<String> extensions;
    private final Set<String> alsoCalled;

    FileType(String contentType, Signature signature, Set<String> extensions, String... alsoCalled) {
        this.contentType = contentType;
        this.signature = signature;
        this.extensions = extensions;
        this.alsoCalled = Set.of(alsoCalled);
    }

    static Optional<FileType> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    String contentType() {
        return contentType;
    }

    /** @param head the content's beginning, up to {@link Signature#HEAD} bytes, or all of it when shorter */
    boolean isContentOf(byte[] head) {
        return signature.matches(head);
    }

    boolean isCalled(String declared) {
        return contentType.equals(declared) || alsoCalled.contains(declared);
    }
}
