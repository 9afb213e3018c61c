// SPDX-License-Identifier: Apache-2.0
import Hummingbird
import Logging
import Safeguarding

extension WebResponder {
    /// Counts a request and writes its line. The route is its pattern, never the address; nothing that was typed is written.
    func record(_ call: Call, _ response: Response) {
        let route = call.route?.name ?? "none"
        let status = String(response.status.code)
        let seconds = max(0, surroundings.now().seconds(since: call.began))
        surroundings.metrics.count("requests_total", [("route", route), ("status", status)])
        surroundings.metrics.observe("request_seconds", [("route", route)], seconds: seconds)
        var metadata: Logger.Metadata = [
            "request": "\(call.id)", "route": "\(route)", "status": "\(status)", "ms": "\((seconds * 10_000).rounded() / 10)",
        ]
        if let code = call.errorCode { metadata["code"] = "\(code)" }
        if let type = call.errorType { metadata["error_type"] = "\(type)" }
        if let name = call.errorCase { metadata["error_case"] = "\(name)" }
        surroundings.logger.log(level: response.status.code >= 500 ? .error : .info, "request", metadata: metadata)
    }
}
