// SPDX-License-Identifier: Apache-2.0

/// The header fields that every answer carries, errors and files included (SECURITY §2, 30 and 31).
enum SecurityHeaders {
    /// Nothing from anywhere but this site, no inline script or style, no frames.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// The fields, in order.
    /// - Parameter isSecure: whether browsers reach us over TLS, here or at our proxy.
    static func fields(isSecure: Bool) -> [(name: String, value: String)] {
        let always = [
            ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()"),
            ("X-Frame-Options", "DENY"),
        ]
        return isSecure ? always + [("Strict-Transport-Security", "max-age=31536000; includeSubDomains")] : always
    }
}
