package io.throughline.web.security;

import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Something to do for a person who has just come in, such as remembering the theme for pages before sign-in. */
public interface AfterSignIn {

    void signedIn(Viewer viewer, HttpServletRequest request, HttpServletResponse response);
}
