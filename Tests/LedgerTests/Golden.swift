// SPDX-License-Identifier: Apache-2.0

/// Values computed once by another implementation (Python, hashlib and cryptography). `tools/test_ledger_verify.py` holds
/// the same ones: if either side changes its form, its own test fails.
enum Golden {
    static let leaf = "32884d2dace55815b835992bab7d437c8d02cbce787abbe11a526848b35d5568"
    static let rowDigest = "2ef07eedf0d2ef0d718c36f7bc703adc86da7c00ed4defaa5b839850c661bab0"
    static let vkey = "sentinel.example.org/ledger+f741f9c3+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
    static let note =
        "sentinel.example.org/ledger\n"
        + "3\n"
        + "ZAH4xpMCd+GjXuFduas/UK9lziec72v7Vw4hSUPnlqI=\n"
        + "\n"
        + "\u{2014} sentinel.example.org/ledger 90H5wxNmslNeEBHK3HxaxxsaJSSiB5F+Np/QNw+HcyBVWMeY+qRZpWCIBHEiMh3lRpv9cRTIFT2ANEhG/Bc4bCkSkQQ=\n"
}
