package chat.parley.voice.record;

import chat.parley.base.sql.Database;
import chat.parley.file.blob.Vault;
import java.nio.file.Path;

/// Where recordings are kept.
///
/// @param folder for those that are still being written
public record Places(Database database, Vault vault, Path folder) {}
