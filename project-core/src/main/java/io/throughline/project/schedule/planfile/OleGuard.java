package io.throughline.project.schedule.planfile;

import java.io.FileNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into a compound file before the plan reader does: is it a plan at all, and do its sizes add up? */
final class OleGuard {
    private static final int ENTRIES = 50_000;
    private static final int DEPTH = 24;

    private final long fileSize;
    private int entries;

    private OleGuard(long fileSize) {
        this.fileSize = fileSize;
    }

    static void check(POIFSFileSystem container, long fileSize) throws FileNotFoundException {
        var root = container.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage") || root.hasEntryCaseInsensitive("EncryptionInfo")) {
            throw new PlanFileException("encrypted");
        }
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
            throw new PlanFileException("oldExcel");
        }
        new OleGuard(fileSize).walk(root, 1);
        if (!hasPlan(root)) {
            throw new PlanFileException("notMpp");
        }
    }

    /** Plans keep their data in a storage whose name ends in the version: "   19", "   112", "   114". */
    private static boolean hasPlan(DirectoryEntry root) {
        for (var name : root.getEntryNames()) {
            if (name.matches("\\s+1(|9|12|14)") && root.hasEntryCaseInsensitive(name)) {
                return true;
            }
        }
        return false;
    }

    private void walk(DirectoryEntry directory, int depth) {
        if (depth > DEPTH) {
            throw new PlanFileException("broken");
        }
        for (Entry entry : directory) {
            if (++entries > ENTRIES) {
                throw new PlanFileException("broken");
            }
            if (entry instanceof DocumentEntry document && (document.getSize() < 0 || document.getSize() > fileSize)) {
                throw new PlanFileException("broken");
            }
            if (entry instanceof DirectoryEntry inner) {
                walk(inner, depth + 1);
            }
        }
    }
}
