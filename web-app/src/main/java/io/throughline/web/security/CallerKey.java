package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who calls, as far as calls are counted: the account, else the network address. */
final class CallerKey {

    private static final int PREFIX_BYTES = 8;

    private CallerKey() {}

    static String of(HttpServletRequest request) {
        return ViewerFilter.viewerOf(request)
                .map(viewer -> "user:" + viewer.id().value())
                .orElseGet(() -> "address:" + ofAddress(request.getRemoteAddr()));
    }

    /** A line has one address of version 4 and 2⁶⁴ of version 6, which count as one. */
    static String ofAddress(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES)) + "::/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
