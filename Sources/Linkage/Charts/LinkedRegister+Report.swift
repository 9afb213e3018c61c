// SPDX-License-Identifier: Apache-2.0

extension LinkedRegister {
    /// Writes `report.html` into a folder.
    public func writeReport(to folder: String) throws(RegisterError) {
        var file = try TableWriter(path: folder + "/report.html")
        try file.write(LinkReport(self).html)
        try file.close()
    }
}
