package io.throughline.web.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A handful of small real files, each stored once, attached where people would attach them. */
final class FileChapter {

    private final Story story;
    private final Rows attachments;
    private final List<Stored> stored = new ArrayList<>();

    FileChapter(Story story) {
        this.story = story;
        this.attachments = Rows.ofRecords(
                story.jdbc,
                "foundation.attachment",
                "subject_type, subject_id, file_id, file_name, content_type, size, visibility, uploader_id,"
                        + " uploader_name");
    }

    record Stored(long id, String name, String type, long size) {}

    /** One of the files; returns the attachment with its name and size. */
    Stored attach(Instant at, String type, long subject, boolean internal, long uploader, String uploaderName) {
        if (stored.isEmpty()) {
            storeAll();
        }
        return attach(at, type, subject, internal, uploader, uploaderName, story.any(stored));
    }

    private Stored attach(
            Instant at, String type, long subject, boolean internal, long uploader, String uploaderName, Stored file) {
        long id = story.id();
        attachments.record(
                id,
                at,
                uploader == 0 ? null : uploader,
                type,
                subject,
                file.id(),
                file.name(),
                file.type(),
                file.size(),
                internal ? "STAFF" : "EVERYONE",
                uploader,
                uploaderName);
        return new Stored(id, file.name(), file.type(), file.size());
    }

    void write() {
        attachments.write();
    }

    private void storeAll() {
        store("故障日志.txt", "text/plain", text("""
                2026-05-11 06:38:12 INFO  travel  target=14-03-L
                2026-05-11 06:38:41 WARN  laser   timeout 1/3
                2026-05-11 06:38:43 WARN  laser   timeout 2/3
                2026-05-11 06:38:45 ERROR laser   timeout 3/3  -> E217 stop
                """));
        store("drive-log.csv", "text/csv", text("""
                time,current_a,temperature_c,speed_mm_s
                22:08:00,11.2,54,1480
                22:09:00,12.6,63,1475
                22:10:00,14.1,78,1390
                """));
        store("点检记录.csv", "text/csv", text("""
                项目,标准,结果
                链条张紧,挠度不大于 12 mm,合格
                光电清洁,无灰尘,合格
                急停按钮,有效,合格
                """));
        store("现场照片.png", "image/png", picture("E217", new Color(0x9b2c2c)));
        store("panel.png", "image/png", picture("F07  78 °C", new Color(0x1f4e79)));
        store(
                "service-report.pdf",
                "application/pdf",
                pdf("Service report", "All checks passed. Next inspection in six months."));
    }

    private void store(String name, String type, byte[] content) {
        var hash = sha256(content);
        long id = story.id();
        int made = story.jdbc.update("""
                insert into foundation.stored_file (id, sha256, size, stored_at) values (?, ?, ?, now())
                on conflict (sha256) do nothing
                """, id, hash, content.length);
        if (made == 1) {
            story.jdbc.update("insert into foundation.stored_chunk (file_id, no, bytes) values (?, 0, ?)", id, content);
        }
        var there = story.jdbc.queryForObject(
                "select id from foundation.stored_file where sha256 = ?", Long.class, (Object) hash);
        stored.add(new Stored(there == null ? id : there, name, type, content.length));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A display as somebody photographs it: one big reading on a coloured panel. */
    private static byte[] picture(String reading, Color colour) {
        var image = new BufferedImage(480, 270, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 480, 270);
        pen.setColor(Color.WHITE);
        pen.drawRect(18, 18, 443, 233);
        for (int i = 0; i < reading.length(); i++) {
            int bars = reading.charAt(i) % 7 + 3;
            pen.fillRect(40 + i * 40, 220 - bars * 16, 24, bars * 16);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The smallest PDF with a heading and a line: objects, their places, and the trailer that names them. */
    private static byte[] pdf(String title, String line) {
        var content = "BT /F1 20 Tf 72 760 Td (%s) Tj /F1 12 Tf 0 -32 Td (%s) Tj ET".formatted(title, line);
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 6\n0000000000 65535 f \n").append(places);
        pdf.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
