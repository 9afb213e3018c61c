// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension WebResponder {
    /// Turns a reply into what is sent: rendered, with the header fields of every answer, and for HEAD without its body.
    func dress(_ reply: Reply, _ call: Call, isHead: Bool) -> Response {
        var fields = HTTPFields()
        for (name, value) in SecurityHeaders.fields(isSecure: configuration.isSecure) + reply.headers { set(name, value, in: &fields) }
        set("X-Request-ID", call.id, in: &fields)
        switch reply.caching {
        case .never: fields[.cacheControl] = "no-store"
        case .revalidate: fields[.cacheControl] = "no-cache"
        case .forever: fields[.cacheControl] = "public, max-age=31536000, immutable"
        }
        for cookie in reply.cookies {
            fields.append(HTTPField(name: .setCookie, value: cookie.field(isSecure: configuration.isSecure)))
        }
        let body: ResponseBody
        switch reply.content {
        case .nothing: body = ResponseBody()
        case .page(let page):
            let (bytes, language) = render(page, call)
            fields[.contentType] = "text/html; charset=utf-8"
            fields[.contentLanguage] = language.tag
            body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .json(let value):
            fields[.contentType] = "application/json"
            body = ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes))
        case .bytes(let bytes, let type):
            fields[.contentType] = type
            body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .stream(let type, let write):
            fields[.contentType] = type
            body = ResponseBody { writer in
                try await write { bytes in try await writer.write(ByteBuffer(bytes: bytes)) }
                try await writer.finish(nil)
            }
        }
        let response = Response(status: .init(code: reply.status), headers: fields, body: body)
        return isHead ? response.createHeadResponse() : response
    }

    /// The page in the reader's language where that has all of it, else in English.
    private func render(_ page: Page, _ call: Call) -> ([UInt8], Language) {
        let token = call.signedIn.map { ForgeryToken(authenticate: sessions.authenticate).make(session: $0.session) }
        func document(_ wording: Wording) -> HTML {
            PageLayout(
                site: site, signedIn: call.signedIn, assets: surroundings.assets, language: wording.language,
                isUnreviewed: !wording.unreviewed.isEmpty
            ).document(page)
        }
        var wording = call.wording
        var whole = document(wording)
        if wording.language != .english, !whole.isWhole(in: wording) {
            wording = .english
            whole = document(wording)
        }
        return (whole.rendered(Rendering(wording: wording, forgeryToken: token)), wording.language)
    }

    /// Sets a field whose value is ours; a line end in it, which could only come from a mistake, is left out.
    private func set(_ name: String, _ value: String, in fields: inout HTTPFields) {
        guard let name = HTTPField.Name(name) else { return }
        fields[name] = value.filter { !$0.isNewline }
    }
}
