package io.throughline.project.schedule;

/** Hears how far an import is, and may stop it by throwing: then nothing of it is stored. */
@FunctionalInterface
interface ImportCourse {

    /**
     * @param done tasks, links and assignments written so far
     * @param total of all of them
     */
    void at(long done, long total);
}
