// swift-tools-version: 6.1
import PackageDescription

// A target is earned by an import that it forbids: README, "How it works", names each one.
let package = Package(
  name: "linimasa",
  products: [
    .executable(name: "linimasa", targets: ["linimasa"]),
    .executable(name: "linimasa-fetch", targets: ["linimasa-fetch"]),
  ],
  dependencies: [
    // SQLite with migrations, a pool of readers and FTS5: the library's file.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Commands, options and --help.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // The user's configuration file.
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    .target(name: "Text"),
    .target(name: "Temporal", dependencies: ["Text"]),
    .target(name: "Timeline", dependencies: ["Temporal", "Text"]),
    .target(name: "Extraction", dependencies: ["Timeline", "Temporal", "Text", "CSimdjson", "CZlib", "CZstd"]),
    .target(
      name: "Library",
      dependencies: [
        "Timeline", "Temporal", "Text", "CZlib", "CSQLiteGuard", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "Reader", dependencies: ["Timeline", "Temporal", "Text"]),
    .target(name: "Fetching"),
    // The network, in a process of its own.
    .executableTarget(name: "linimasa-fetch", dependencies: ["Fetching", "CCurl"]),
    .executableTarget(
      name: "linimasa",
      dependencies: [
        "Extraction", "Fetching", "Library", "Reader", "Timeline", "Temporal", "Text", "CCurses", "CDigest",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),

    // Times the date reader: `make bench-dates`.
    .executableTarget(name: "date-bench", dependencies: ["Temporal", "Text"], path: "Tests/Benchmarks/DateBench"),
    // Makes a library of any size and times it: `make bench-library`.
    .executableTarget(
      name: "library-bench", dependencies: ["Library", "Timeline", "Temporal", "Text"],
      path: "Tests/Benchmarks/LibraryBench"),

    // The terminal: libncurses-dev.
    .systemLibrary(name: "CCurses"),
    // HTTP and HTTPS, for linimasa-fetch alone: libcurl4-gnutls-dev.
    .systemLibrary(name: "CCurl"),
    // SHA-256 of the resources, the version stamp of every output: libmd-dev.
    .systemLibrary(name: "CDigest"),
    // Reads JSON Lines at gigabytes a second and gives the raw bytes of unknown keys: libsimdjson-dev.
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    // Compresses what the library stores: zlib1g-dev.
    .systemLibrary(name: "CZlib"),
    // Unpacks dumps: libzstd-dev.
    .systemLibrary(name: "CZstd"),
    // Locks a connection against what a hostile file could do; the call is variadic, which Swift cannot import.
    .systemLibrary(name: "CSQLiteGuard"),
    // Reads the screen of the program under test: libvterm-dev.
    .systemLibrary(name: "CVterm"),

    .target(name: "TestSupport", dependencies: ["Timeline", "Temporal", "Text", "CVterm"], path: "Tests/TestSupport"),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
    .testTarget(name: "TemporalTests", dependencies: ["Temporal", "Text", "TestSupport"]),
    .testTarget(name: "TimelineTests", dependencies: ["Timeline", "Temporal", "Text", "TestSupport"]),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Extraction", "Timeline", "Temporal", "Text", "CZlib", "CZstd", "TestSupport"]),
    .testTarget(
      name: "LibraryTests",
      dependencies: [
        "Library", "Timeline", "Temporal", "Text", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ReaderTests", dependencies: ["Reader", "Timeline", "Temporal", "Text", "TestSupport"]),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching", "TestSupport", "linimasa-fetch", "linimasa"]),
    .testTarget(name: "ProgramTests", dependencies: ["linimasa", "Timeline", "Temporal", "Text", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
