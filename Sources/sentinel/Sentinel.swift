// SPDX-License-Identifier: Apache-2.0
@main
struct Sentinel {
    static func main() {}
}
