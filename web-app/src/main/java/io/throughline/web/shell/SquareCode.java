package io.throughline.web.shell;

import io.nayuki.qrcodegen.QrCode;

/** A text as a square code (QR) that a camera reads. */
public final class SquareCode {

    /** Light squares that the standard asks for on each side. */
    private static final int QUIET = 4;

    private final QrCode code;

    public SquareCode(String text) {
        this.code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    }

    /** Squares along one side, with the quiet zone. */
    public int width() {
        return code.size + 2 * QUIET;
    }

    /** The dark squares as a path of an SVG that is {@link #width} units wide. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return path.toString();
    }

    /** A picture of its own, black on white. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>""".formatted(width(), path());
    }
}
