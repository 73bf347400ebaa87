package io.throughline.project.lifecycle;

/** The project goes by another key now; pages answer with a redirect to it. */
public class ProjectMoved extends RuntimeException {

    private final String oldKey;
    private final String newKey;

    ProjectMoved(String oldKey, String newKey) {
        super(oldKey + " is " + newKey);
        this.oldKey = oldKey;
        this.newKey = newKey;
    }

    public String oldKey() {
        return oldKey;
    }

    public String newKey() {
        return newKey;
    }
}
