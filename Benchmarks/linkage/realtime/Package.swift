// swift-tools-version:6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// The match index by itself, with what measures it and what fits its model: nothing of the house is built for it.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "realtime",
    targets: [
        .target(name: "Linkage", swiftSettings: settings),
        .executableTarget(name: "realtime", dependencies: ["Linkage"], swiftSettings: settings),
    ]
)
