// SPDX-License-Identifier: Apache-2.0

extension RouteTableExpectations {
    /// What the law asks of a case is recorded by those who work it; what proves a reporter's own duty done, by the reporter alone.
    static let practice: [String: RouteExpectation] = [
        "GET /cases/{case}/record/{form}": file(200),
        "POST /cases/{case}/record/{form}": file(303),
        "GET /report/{draft}/{page}/your-duty": .own(200, Caller.reporters),
        "POST /my-reports/{reference}/record/{form}": .own(303, Caller.reporters, else: 404, knowing: Caller.readers),
    ]

    /// Whoever reports in the course of their work needs no account. Without a draft or a visit of their own everybody is shown where to begin.
    static let workReports: [String: RouteExpectation] = [
        "GET /work-report": .open(200),
        "POST /work-report": .open(303),
        "GET /work-report/page/{page}": .open(303),
        "POST /work-report/page/{page}": .open(303),
        "GET /work-report/page/{page}/your-duty": .open(303),
        "GET /work-report/ring-999": .open(303),
        "GET /work-report/check": .open(303),
        "POST /work-report/check": .open(303),
        "POST /work-report/discard": .open(303),
        "GET /work-report/sent": .open(303),
        "POST /work-report/sent": .open(303),
        "POST /work-report/sent/{form}": .open(303),
        "GET /work-report/confirm/{secret}": .open(404),
        "POST /work-report/confirm/{secret}": .open(404),
        "GET /work-report/mine": .open(200),
        "POST /work-report/mine": .open(422),
        "GET /work-report/mine/{reference}": .open(303),
        "POST /work-report/mine/{reference}": .open(303),
        "POST /work-report/mine/{reference}/{form}": .open(303),
        "GET /is-this-a-sign": .open(200),
    ]
}
