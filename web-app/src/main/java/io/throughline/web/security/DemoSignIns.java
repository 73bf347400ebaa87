package io.throughline.web.security;

import java.util.List;

/** The sign-in names offered on the sign-in page while the demo company is there; the demo implements it. */
public interface DemoSignIns {

    List<String> names();
}
