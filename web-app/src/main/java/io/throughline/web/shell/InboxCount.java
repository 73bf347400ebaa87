package io.throughline.web.shell;

import io.throughline.foundation.people.Viewer;

/** Answers the number beside the bell; the inbox implements it, so that the shell need not know the inbox. */
public interface InboxCount {

    int unread(Viewer viewer);
}
