package io.throughline.aftersales.mail.mime;

/** Where lines end in bytes that may use CRLF, LF, CR, or CR CR LF as some gateways make of CRLF. */
final class Lines {

    private Lines() {}

    /** The index of the line's end mark, or {@code to}. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The first byte after the end mark that stands at {@code at}. */
    static int next(byte[] bytes, int at, int to) {
        if (at >= to) {
            return to;
        }
        if (bytes[at] == '\n') {
            return at + 1;
        }
        int returns = at;
        while (returns < to && bytes[returns] == '\r' && returns - at < 3) {
            returns++;
        }
        return returns < to && bytes[returns] == '\n' ? returns + 1 : at + 1;
    }

    /** The end without the end mark right before {@code to}; it belongs to the boundary line that follows. */
    static int withoutMark(byte[] bytes, int from, int to) {
        int end = to;
        if (end > from && bytes[end - 1] == '\n') {
            end--;
            while (end > from && bytes[end - 1] == '\r' && to - end < 3) {
                end--;
            }
        } else if (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        return end;
    }
}
