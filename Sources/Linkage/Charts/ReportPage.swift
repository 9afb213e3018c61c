// SPDX-License-Identifier: Apache-2.0

/// The frame of the report: one file, no scripts, nothing loaded, dark and light, on paper as on a telephone.
enum ReportPage {
    static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <title>\(ChartMarkup.escaped(title))</title>
        <link rel="icon" href="data:,">
        <style>\(style)</style>
        </head>
        <body>
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1b1f23;--soft:#4d5761;--ground:#fff;--line:#d0d7de;--bar:#1f6f54;--other:#8a94a0;\
        --no:#a3341b;--card:#f4f6f8}
        @media (prefers-color-scheme:dark){:root{--ink:#e8ecf0;--soft:#b3bdc7;--ground:#14181c;--line:#39424c;--bar:#5cc29d;\
        --other:#7d8894;--no:#ff9d80;--card:#1d232a}}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--line:#999;--bar:#1f6f54;--other:#8a94a0;\
        --no:#a3341b;--card:#fff}h2{break-after:avoid}tr{break-inside:avoid}*{print-color-adjust:exact}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
        main{max-width:60rem;margin:0 auto;padding:1rem}
        h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.25rem;margin:2.2rem 0 .4rem}h3{font-size:1.05rem;margin:1.4rem 0 .2rem}
        p{max-width:45rem;margin:.4rem 0}.soft{color:var(--soft)}a{color:inherit}
        dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.6rem;margin:1rem 0}
        dl div{background:var(--card);border:1px solid var(--line);padding:.6rem .8rem;border-radius:.3rem;display:flex;flex-direction:column}
        dt{color:var(--soft);font-size:.9rem}dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
        .wide{overflow-x:auto;margin:.6rem 0}.wide:focus-visible{outline:3px solid var(--bar);outline-offset:2px}
        table{border-collapse:collapse;width:100%;font-size:.94rem}caption{text-align:left;color:var(--soft);padding:.2rem 0}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem .25rem 0;vertical-align:top;text-align:left;font-weight:400}
        thead th{font-weight:600;vertical-align:bottom}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:.4rem}
        .b{width:30%;min-width:5.5rem;padding-left:.6rem}.b svg{display:block;width:100%;height:1.05rem;margin-top:.22rem}
        .s0,.yes{fill:var(--bar)}.s1{fill:var(--other)}.no{fill:var(--no)}.axis{fill:var(--soft)}
        .key{display:inline-block;width:.8em;height:.8em;margin-right:.3em;vertical-align:-.05em}.k0{background:var(--bar)}.k1{background:var(--other)}
        .wary{border-left:.4rem solid var(--no);padding:.3rem .8rem;background:var(--card)}
        @media (forced-colors:active){.s0,.yes,.no,.axis{fill:CanvasText}.s1{fill:GrayText}.key{forced-color-adjust:none}}
        """
}
