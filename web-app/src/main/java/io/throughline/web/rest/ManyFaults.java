package io.throughline.web.rest;

import java.util.List;

/** Several places of a body cannot be taken; the problem document names each of them. */
public class ManyFaults extends RuntimeException {

    private final transient List<Place> places;

    /**
     * One of them.
     *
     * @param pointer into the body, {@code /rows/3/duration}
     * @param key message key, which is also the code for programs
     */
    public record Place(String pointer, String key, List<Object> args) {}

    public ManyFaults(List<Place> places) {
        super(places.size() + " faults");
        this.places = List.copyOf(places);
    }

    List<Place> places() {
        return places;
    }
}
