package io.throughline.project.lifecycle;

import java.util.Optional;

/** Knows the structures a project can start from; implemented by whoever keeps them. */
public interface TemplateSource {

    /** Empty where there is no such template, or it is not offered any more. */
    Optional<Chosen> offered(String code);

    /** @param revision how often its plan had been taken, 1 for the first time */
    record Chosen(long template, int revision) {}
}
