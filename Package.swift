// swift-tools-version:6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// The house (docs/house.md): a room is a target. `Tests/HouseTests` holds every import line against the table of rooms.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
/// What the server needs beneath Hummingbird: deadlines on connections, a line to the mail relay, and the types of HTTP.
let http: [Target.Dependency] = [
    hummingbird, .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "Sentinel",
    products: [
        .executable(name: "sentinel", targets: ["sentinel"]),
        .library(name: "Linkage", targets: ["Linkage"]),
    ],
    traits: [
        .trait(name: "TLS", description: "In-process TLS. Off by default: it compiles a second BoringSSL.")
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    ],
    targets: [
        room("Standard", [.product(name: "Yams", package: "Yams")]),
        room("Safeguarding", ["Standard"]),
        room("Linkage", []),
        room("LinkNetwork", []),
        room("Ledger", [crypto]),
        room("Vault", [crypto, .product(name: "CryptoExtras", package: "swift-crypto")]),
        room("Storage", ["Safeguarding", "Vault", "Ledger"]),
        room("StorageSQLite", ["Storage", .product(name: "GRDB", package: "GRDB.swift")]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room("StoragePostgres", ["Storage", "CLibPQ"]),
        room("Services", ["Standard", "Safeguarding", "Linkage", "LinkNetwork", "Ledger", "Vault", "Storage"]),
        room("Exchange", ["Standard", "Safeguarding", "Services"]),
        room(
            "Web",
            ["Standard", "Safeguarding", "Linkage", "LinkNetwork", "Services", "Exchange"] + http + [
                .product(name: "HummingbirdTLS", package: "hummingbird", condition: .when(traits: ["TLS"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
            ]),
        room("Demo", ["Standard", "Safeguarding", "Services"]),
        .executableTarget(
            name: "sentinel",
            dependencies: [
                "Standard", "Safeguarding", "Linkage", "LinkNetwork", "Ledger", "Vault", "Storage", "StorageSQLite", "StoragePostgres",
                "Services", "Exchange", "Web", "Demo",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["Standard", "Safeguarding", "Linkage", "Vault", "Storage", "StorageSQLite", "StoragePostgres", "Services"],
            path: "Tests/TestSupport", swiftSettings: settings),
        tests("HouseTests", []),
        tests("StandardTests", ["Standard", "TestSupport"]),
        tests("SafeguardingTests", ["Standard", "Safeguarding", "TestSupport"]),
        tests("LinkageTests", ["Linkage", "TestSupport"]),
        tests("LinkNetworkTests", ["LinkNetwork"]),
        tests("LedgerTests", ["Ledger", crypto, "TestSupport"]),
        tests("VaultTests", ["Vault", crypto, "TestSupport"]),
        tests("StorageTests", ["Storage", "StorageSQLite", "StoragePostgres", "TestSupport"]),
        tests(
            "ServicesTests",
            [
                "Standard", "Safeguarding", "Linkage", "Ledger", "Vault", "Storage", "StorageSQLite", "StoragePostgres", "Services",
                "TestSupport",
            ]),
        tests("ExchangeTests", ["Standard", "Safeguarding", "Services", "Exchange", "TestSupport"]),
        tests(
            "WebTests",
            [
                "Web", "Services", "Standard", "Safeguarding", "Storage", "Vault", "Linkage", "TestSupport",
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + http),
        tests("DemoTests", ["Standard", "Safeguarding", "Ledger", "Services", "Storage", "Vault", "Linkage", "Demo", "TestSupport"]),
    ]
)
