// SPDX-License-Identifier: Apache-2.0
// The public door works without this file. It makes waiting shorter: the browser does a piece of work, a digest with enough zero bits, that
// costs whoever sends thousands. Web Crypto is not there on plain HTTP, so SHA-256 stands here.
"use strict";

// A page that the browser kept whole is asked for again: after leaving, the server shows nothing.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

const sha256Bits = (() => {
  const K = new Uint32Array(64);
  const H = new Uint32Array(8);
  const fraction = (x) => (x - Math.floor(x)) * 4294967296;
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
    if (!prime) continue;
    if (found < 8) H[found] = fraction(Math.sqrt(n));
    K[found++] = fraction(Math.cbrt(n));
  }
  const block = new Uint32Array(64);
  // The number of leading zero bits of the digest of a short ASCII text: one block of 55 bytes at most.
  return (text) => {
    block.fill(0, 0, 16);
    for (let i = 0; i < text.length; i++) block[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
    block[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
    block[15] = text.length * 8;
    for (let i = 16; i < 64; i++) {
      const x = block[i - 15], y = block[i - 2];
      block[i] = block[i - 16] + block[i - 7]
        + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
        + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = H;
    for (let i = 0; i < 64; i++) {
      const one = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + K[i] + block[i]) | 0;
      const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    const first = (a + H[0]) >>> 0;
    return first ? Math.clz32(first) : 32 + Math.clz32((b + H[1]) >>> 0);
  };
})();

const form = document.querySelector("#work");
if (form) {
  const { puzzle, bits } = form.querySelector("[data-puzzle]").dataset;
  const again = () => setTimeout(() => location.replace(location.href), 1000);
  if (!puzzle) {
    again();
  } else {
    let answer = 0;
    const work = () => {
      const until = performance.now() + 25;
      while (performance.now() < until) {
        for (let i = 0; i < 500; i++, answer++) {
          if (sha256Bits(`${puzzle}:${answer}`) >= Number(bits)) {
            form.elements.work.value = String(answer);
            return form.submit();
          }
        }
      }
      setTimeout(work);
    };
    work();
  }
}
