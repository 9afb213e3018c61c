// SPDX-License-Identifier: Apache-2.0

/// What people who mean harm type into fields.
enum HostileText {
    /// Sixty strings that have broken other sites' pages.
    static let scripts: [String] = [
        "<script>alert(1)</script>", "<SCRIPT SRC=//example.org/x.js></SCRIPT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>",
        "<input onfocus=alert(1) autofocus>", "<select onfocus=alert(1) autofocus>", "<textarea onfocus=alert(1) autofocus>",
        "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>",
        "<marquee onstart=alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"java&#115;cript:alert(1)\">x</a>", "<object data=javascript:alert(1)>",
        "<embed src=javascript:alert(1)>", "<form action=javascript:alert(1)><button>x", "<button formaction=javascript:alert(1)>x",
        "<math><mi xlink:href=javascript:alert(1)>x", "<base href=//example.org/>", "<meta http-equiv=refresh content=0;url=//example.org>",
        "<link rel=stylesheet href=//example.org/x.css>", "<style>@import '//example.org'</style>",
        "<template><script>alert(1)</script></template>",
        "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)",
        "\" autofocus onfocus=alert(1) x=\"", "` onmouseover=`alert(1)", "\"/><img src=x onerror=alert(1)>",
        "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</script><script>alert(1)</script>",
        "<!--<script>alert(1)//-->",
        "--><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<<script>alert(1)//<</script>", "<script\u{0}>alert(1)</script>",
        "<\u{0}script>alert(1)</script>",
        "<img\tsrc=x\tonerror=alert(1)>", "<img\nsrc=x\nonerror=alert(1)>", "<img/src=x/onerror=alert(1)>",
        "<img src=\"x\" onerror=\"alert(1)\"",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "\u{FF1C}script\u{FF1E}alert(1)",
        "\u{2028}<script>alert(1)",
        "\u{202E}<script>alert(1)</script>", "\u{FEFF}<script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<p id=\"a\"\"><img src=x onerror=alert(1)>",
    ]
}
