// SPDX-License-Identifier: Apache-2.0

/// A form. The server checks everything; the browser's own messages are switched off, as they can't be translated or read again.
enum Form {
    /// A form that changes something. It carries the forgery token by itself.
    ///
    /// `isKept`: a page of a report. Where sending fails the script leaves it as it stands and tries again; sent twice it is one report.
    static func post(_ url: SiteURL, _ content: HTML, id: String? = nil, isKept: Bool = false) -> HTML {
        var token = HTML()
        token.append(.forgeryToken)
        return """
            <form method="post" action="\(url)" accept-charset="utf-8" novalidate\(attribute: "id", id)\(attribute: "data-keep", isKept ? "" : nil)>\
            <input type="hidden" name="\(ForgeryToken.field)" value="\(token)">\(content)</form>
            """
    }

    /// A form that brings a file.
    static func upload(_ url: SiteURL, _ content: HTML) -> HTML {
        var token = HTML()
        token.append(.forgeryToken)
        return """
            <form method="post" action="\(url)" accept-charset="utf-8" enctype="multipart/form-data" novalidate>\
            <input type="hidden" name="\(ForgeryToken.field)" value="\(token)">\(content)</form>
            """
    }

    /// A form that asks for something: its fields go into the address, so that the answer can be kept and passed on.
    static func get(_ url: SiteURL, _ content: HTML) -> HTML {
        "<form method=\"get\" action=\"\(url)\" novalidate>\(content)</form>"
    }

    /// A hidden field.
    static func hidden(_ name: String, _ value: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }

    /// The ids of what describes a field, for `aria-describedby`.
    static func describedBy(_ id: String, hint: Sentence?, error: FormError?) -> String? {
        let ids = [hint == nil ? nil : "\(id)-hint", error == nil ? nil : "\(id)-error"].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// The hint and the error between a label and its field.
    static func hintAndError(_ id: String, hint: Sentence?, error: FormError?) -> HTML {
        """
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(ring: $0)</p>" as HTML })\
        \(error.map { "<p class=\"error\" id=\"\(id)-error\"><span class=\"hidden\">\(say: "Error:")</span> \($0.message)</p>" as HTML })
        """
    }
}
