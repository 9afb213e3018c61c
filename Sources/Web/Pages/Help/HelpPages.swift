// SPDX-License-Identifier: Apache-2.0

/// Help: a list of topics, and a page a topic, in the reader's language where it has them.
struct HelpPages: Sendable {
    let texts: HelpTexts

    /// The handlers.
    var routes: [Route] {
        [
            HelpAddresses.all.handle { request in
                let topics = texts.topics(request.wording.language)
                let items: [HTML] = topics.map { "<li><a href=\"\(HelpAddresses.topic.url($0.name))\">\($0.title)</a></li>" }
                let list: HTML =
                    items.isEmpty
                    ? "<p class=\"empty\">\(say: "No help texts are installed. Ask your administrator, or ring the duty desk.")</p>"
                    : "<ul class=\"topics\">\(items)</ul>"
                return .page(
                    Page(
                        title: "Help", isNarrow: true,
                        content: """
                            \(Card.html("danger", "Is somebody in danger now?", meaning: .now, "<p>\(ring: "Ring 999. If you can't speak, press 55 when asked.")</p>"))\(list)
                            """))
            },
            HelpAddresses.topic.handle { request, name in
                let topics = texts.topics(request.wording.language)
                guard let index = topics.firstIndex(where: { $0.name == name }) else { throw Problem.notFound }
                let topic = topics[index]
                let next = topics.indices.contains(index + 1) ? topics[index + 1] : nil
                return .page(
                    Page(
                        title: Sentence(verbatim: topic.title), caption: "Help", back: HelpAddresses.all.url, isNarrow: true,
                        content: """
                            \(topic.body)\(next.map { "<p class=\"next\"><a href=\"\(HelpAddresses.topic.url($0.name))\">\(say: "Next: \($0.title)")</a></p>" as HTML })
                            """))
            },
        ]
    }
}
