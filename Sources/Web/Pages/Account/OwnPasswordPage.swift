// SPDX-License-Identifier: Apache-2.0

/// Proof that a session is still in the right hands, before a new password is chosen.
enum OwnPasswordPage {
    static func page(wrong: Bool) -> Page {
        let error = wrong ? FormError("password", "The password or code is not right. Check them and try again") : nil
        let password = TextField(
            name: "password", label: "Your password of today", error: error, kind: .password, autocomplete: "current-password")
        let code = TextField(
            name: "code", label: "Code from your authenticator app",
            hint: "Six figures. A code works once: wait for the next if you have just used one.",
            kind: .code, autocomplete: "one-time-code", width: 10)
        return Page(
            title: "Show that it is you", back: AccountAddresses.account.url, section: .account, errors: error.map { [$0] } ?? [],
            isNarrow: true,
            content: Form.post(AccountAddresses.takeLink.url, "\(password.html)\(code.html)\(Button.row(Button("Continue").html))"))
    }
}
