import GRDB
import Timeline

/// The library's SQLite file.
public struct LibraryFile: Sendable {}
