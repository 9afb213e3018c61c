// SPDX-License-Identifier: Apache-2.0

/// What has just happened to a report of mine, as its page says it.
struct PageState: Sendable {
    /// Whether it has just arrived.
    var isSent = false
    var notice: Notice?
    var errors: [FormError] = []
    /// The form as it was sent, where it had a fault.
    var sent: FormData?
}

extension PageState {
    /// What an address says.
    init(_ request: WebRequest) {
        isSent = request.query["sent"] != nil
        if request.query["added"] != nil { notice = Notice("Added. The desk is told.") }
        if request.query["kept"] != nil { notice = Notice("Kept. The desk is told.") }
    }
}
