package io.throughline.foundation.secret;

/** How the key of stored passwords stands on this node. */
public enum KeyState {
    /** Nothing was sealed yet; the first password makes or takes a key. */
    UNUSED,
    READY,
    /** Something is sealed, and this node has no key. */
    MISSING,
    /** Something is sealed by another key than this node's. */
    WRONG
}
