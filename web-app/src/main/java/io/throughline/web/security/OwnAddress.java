package io.throughline.web.security;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that come back to us from a form or a cookie, and lead on to nowhere but into the application. */
public final class OwnAddress {

    private static final String HOME = "/";

    private OwnAddress() {}

    /**
     * Path and query of the address, encoded as a header wants them; {@code /} for whatever a browser could take for
     * another host, such as {@code //elsewhere}, and for what is no address at all.
     */
    public static String inside(String address) {
        try {
            var uri = new URI(address);
            boolean whole = !address.startsWith("//") && uri.getScheme() == null;
            return whole ? pathAndQuery(uri) : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    /** As {@link #inside} of an address with a host in front, which is ignored. */
    static String insideOf(String url) {
        try {
            return pathAndQuery(new URI(url));
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    /** No empty segment and none of dots: browsers fold them, and what is left may begin with two slashes. */
    private static String pathAndQuery(URI uri) {
        var path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.contains("//") || path.contains("/.")) {
            return HOME;
        }
        return URI.create(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .toASCIIString();
    }
}
