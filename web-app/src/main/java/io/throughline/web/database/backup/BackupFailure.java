package io.throughline.web.database.backup;

import org.jspecify.annotations.Nullable;

/** Why a backup or a restore was refused or given up; its message is for the operator, in both languages. */
public class BackupFailure extends RuntimeException {

    BackupFailure(String english, String chinese) {
        this(english, chinese, null);
    }

    BackupFailure(String english, String chinese, @Nullable Throwable cause) {
        super(english + "\n" + chinese, cause);
    }

    static BackupFailure corrupted(String what) {
        return new BackupFailure(
                "The archive is damaged: %s. Nothing was changed.".formatted(what),
                "备份文件已损坏：%s。未做任何更改。".formatted(what));
    }
}
