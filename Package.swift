// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "tally",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "tally", targets: ["tally"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // What the passes share. These depend on nothing of ours.
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Catalog", swiftSettings: optimized),

    // The passes, in the order a question meets them. Pure: text and values in, values out.
    .target(
      name: "QueryLanguage",
      dependencies: ["Diagnostics", "Catalog"],
      swiftSettings: settings
    ),
    // What people mean by lines that are not in the language: text in, text of the language out.
    .target(
      name: "Reading",
      dependencies: ["Diagnostics", "QueryLanguage", "Catalog"],
      swiftSettings: settings
    ),
    .target(
      name: "Planner",
      dependencies: ["Diagnostics", "QueryLanguage", "Catalog"],
      swiftSettings: optimized
    ),
    .target(
      name: "SQLCompiler",
      dependencies: ["Planner", "QueryLanguage", "Catalog"],
      swiftSettings: settings
    ),
    .target(name: "Results", dependencies: ["Catalog"], swiftSettings: settings),
    .target(
      name: "Answering",
      dependencies: ["Planner", "SQLCompiler", "QueryLanguage", "Results", "Catalog"],
      swiftSettings: settings
    ),
    .target(
      name: "Output",
      dependencies: ["CZlib", "Diagnostics", "Results", "Catalog"],
      swiftSettings: settings
    ),

    // The edges. Only these touch files, the database or the terminal.
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .systemLibrary(
      name: "CEditLine",
      pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]
    ),
    .systemLibrary(
      name: "CMiniZip",
      pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    // A part of the C library, or a library of macOS.
    .systemLibrary(name: "CIconv"),
    .target(name: "CTerminal", dependencies: ["CEditLine"]),
    .target(name: "CDisk"),
    // OpenSSL's, or that of macOS.
    .target(
      name: "CMessageDigest",
      linkerSettings: [.linkedLibrary("crypto", .when(platforms: [.linux]))]
    ),
    // What a processor can do and Swift has no words for.
    .target(name: "CMachine"),
    .target(
      name: "CPageSums",
      dependencies: ["CSQLite"],
      // Every page that a question reads passes through it.
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]
    ),
    .target(
      name: "CSmallBlocks",
      dependencies: ["CSQLite"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]
    ),
    .target(
      name: "Workbooks",
      dependencies: ["CMiniZip", "CExpat", "Diagnostics"],
      swiftSettings: optimized
    ),
    .target(
      name: "Importing",
      dependencies: [
        "CMachine", "CMessageDigest", "CZlib", "CIconv", "Workbooks", "Diagnostics", "Catalog",
      ],
      swiftSettings: optimized,
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]
    ),
    .target(
      name: "Store",
      dependencies: [
        "CSQLite", "CDisk", "CPageSums", "CSmallBlocks", "Importing", "Diagnostics", "Catalog",
        "Results",
      ],
      swiftSettings: optimized
    ),
    .target(
      name: "LineEditing",
      dependencies: ["CEditLine", "CTerminal", "Diagnostics"],
      swiftSettings: settings
    ),

    // The rooms: what can be asked, described, imported and typed.
    .target(
      name: "Asking",
      dependencies: [
        "Diagnostics", "Catalog", "QueryLanguage", "Reading", "Planner", "SQLCompiler",
        "Answering", "Results", "Output", "Store",
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Describing",
      dependencies: [
        "Diagnostics", "Catalog", "QueryLanguage", "Planner", "Answering", "Results", "Output",
        "Store", "Asking",
      ],
      swiftSettings: settings
    ),
    .target(
      name: "FileImport",
      dependencies: [
        "Diagnostics", "Catalog", "QueryLanguage", "Planner", "Answering", "Results", "Output",
        "Importing", "Workbooks", "Store", "Asking",
      ],
      swiftSettings: optimized
    ),
    .target(
      name: "Shell",
      dependencies: [
        "Diagnostics", "Catalog", "QueryLanguage", "Reading", "Planner", "SQLCompiler", "Answering",
        "Results", "Output", "Store", "Asking", "Describing",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "tally",
      dependencies: [
        "Diagnostics", "Catalog", "QueryLanguage", "SQLCompiler", "Results", "Output", "Importing",
        "Store", "Asking", "Describing", "FileImport", "Shell", "LineEditing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      linkerSettings: [
        .unsafeFlags(staticLinking, .when(platforms: [.linux], configuration: .release))
      ]
    ),

    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "CSQLite", "CSmallBlocks", "Diagnostics", "TestSupport"],
      swiftSettings: settingsOfTests
    ),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["FileImport", "Importing", "CMachine", "Workbooks", "Diagnostics"],
      swiftSettings: settingsOfTests
    ),
    .testTarget(
      name: "WorkbookTests",
      dependencies: ["Workbooks", "Diagnostics"],
      exclude: ["cells.py"],
      swiftSettings: settingsOfTests
    ),
    .testTarget(
      name: "OutputTests",
      dependencies: ["Output", "Results", "Catalog", "TestSupport"],
      swiftSettings: settingsOfTests
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Output", "Asking", "Shell", "Store"],
      path: "Tests/TestSupport",
      swiftSettings: settingsOfTests
    ),
    .testTarget(
      name: "ReadingTests",
      dependencies: everything,
      exclude: ["Pairs", "Texts"],
      swiftSettings: settingsOfTests
    ),
    .testTarget(name: "OracleTests", dependencies: everything, swiftSettings: settingsOfTests),
    .testTarget(
      name: "PropertyTests",
      dependencies: everything + ["CSQLite"],
      swiftSettings: settingsOfTests
    ),
    // Its own reading of the published tables and the rules: no part of the program but to ask it.
    .testTarget(
      name: "SecondEngineTests",
      dependencies: ["Output", "Asking", "Describing", "Shell", "Store", "TestSupport"],
      // It adds up whole tables, thousands of times.
      swiftSettings: settingsOfTests + [.unsafeFlags(["-O"])]
    ),
    .testTarget(
      name: "PageTests",
      dependencies: everything,
      exclude: ["Pages"],
      swiftSettings: settingsOfTests
    ),
    // How the sources themselves are laid out.
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: settingsOfTests),
    .testTarget(
      name: "CatalogTests",
      dependencies: ["Catalog", "Diagnostics", "TestSupport"],
      swiftSettings: settingsOfTests
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// The fuzz targets (Fuzz/README.md), only where `Fuzz/run` asks for them: nothing else builds them.
if let runtime = Context.environment["TALLY_FUZZ"] {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: everything + ["Importing", "Workbooks", "FileImport"],
      path: "Fuzz/Sources",
      swiftSettings: settingsOfTests,
      linkerSettings: [
        .unsafeFlags(["-sanitize=address", "-Xlinker", runtime, "-lstdc++"])
      ]
    )
  )
}

/// What a question passes through, for tests that ask whole questions.
var everything: [Target.Dependency] {
  [
    "Diagnostics", "Catalog", "QueryLanguage", "Reading", "Planner", "SQLCompiler", "Answering",
    "Results", "Output", "Store", "Asking", "Describing", "Shell", "TestSupport",
  ]
}

var settingsOfTests: [SwiftSetting] {
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Only where the tests run: a later compiler may warn of more, and the program must still build.
    .unsafeFlags(["-warnings-as-errors"], .when(configuration: .debug)),
  ] + (Context.environment["TALLY_FUZZ"] == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

/// Of targets in which the tests spend their time: they ask hundreds of thousands of questions and
/// load many tables, and save more than this costs the build.
var optimized: [SwiftSetting] {
  settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]
}

var settings: [SwiftSetting] {
  settingsOfTests + [
    // Metadata of generic types straight from their accessors: looking it up by mangled name costs a
    // process that answers one question 7 percent.
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
      .when(configuration: .release)
    ),
    // So that the linker can put together what questions run (docs/decisions/0028-order-of-functions.md).
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
    // The debug build, which the tests run, checks at run time that no value is changed while it is read.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
  ]
}

/// A static program starts in half the time of a dynamic one (docs/decisions/0002-static-linking.md).
/// The package manager does not pass on the private libraries of libedit, SQLite and Foundation's
/// essentials (which the argument parser uses), so they are named here.
var staticLinking: [String] {
  [
    "-static-executable", "-use-ld=lld",
    "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/scripts/function-order.txt",
    "-Xlinker", "--no-warn-symbol-ordering",
    "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization",
    "-lbsd", "-ltinfo", "-lmd", "-lcrypto", "-lm", "-lminizip", "-lexpat", "-lz",
    // Profiles need the names of functions (docs/contributing/measuring.md).
  ] + (Context.environment["TALLY_SYMBOLS"] == nil ? ["-Xlinker", "-s"] : [])
}
