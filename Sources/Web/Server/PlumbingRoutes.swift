// SPDX-License-Identifier: Apache-2.0

/// Health, metrics, style sheets and scripts.
enum PlumbingRoutes {
    static let health = Endpoint.plumbing(Path("healthz"), who: .everyone, "Whether the process lives.")
    static let readiness = Endpoint.plumbing(Path("readyz"), who: .everyone, "Whether it can take work.")
    static let metrics = Endpoint.plumbing(Path("metrics"), who: .thisMachine, "Counts and durations for Prometheus.")
    static let asset = Endpoint.plumbing(
        Path("assets") / .word("version") / .fileName("file"), who: .everyone, "A style sheet, script or font.")

    static let security = Endpoint.plumbing(Path(".well-known/security.txt"), who: .everyone, "Whom to tell of a weakness.")

    static let declarations = [
        health.declaration, readiness.declaration, metrics.declaration, asset.declaration, security.declaration,
    ]

    static func routes(_ configuration: WebConfiguration, site: Site, _ surroundings: Surroundings) -> [Route] {
        [
            health.handle { _ in .text("ok\n") },
            readiness.handle { request in
                guard let missing = await surroundings.readiness() else {
                    // Everybody may ask whether; what ails the machine is told to whoever may read its figures.
                    let remarks = request.isOfMachine ? surroundings.remarks() : []
                    return .text((["ready"] + remarks).map { $0 + "\n" }.joined())
                }
                return .text(missing + "\n", status: 503)
            },
            metrics.handle { _ in
                surroundings.beforeMetrics(surroundings.metrics)
                if let bytes = ResidentMemory.bytes() { surroundings.metrics.set("resident_memory_bytes", to: Double(bytes)) }
                return Reply(
                    status: 200,
                    content: .bytes(Array(surroundings.metrics.prometheusText().utf8), type: "text/plain; version=0.0.4; charset=utf-8"))
            },
            security.handle { _ in
                .text(
                    SecurityText.file(
                        contact: configuration.securityContact, canonical: configuration.publicOrigin, now: surroundings.now()))
            },
            asset.handle { request, part in
                try surroundings.assets.reply(version: part.0, name: part.1, ifNoneMatch: request.header("If-None-Match"))
            },
        ]
    }
}
