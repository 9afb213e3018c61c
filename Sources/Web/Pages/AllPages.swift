// SPDX-License-Identifier: Apache-2.0
import Services

/// Everything that the house answers: one line a group of pages.
enum AllPages {
    /// The routes over a house.
    static func routes(_ house: House) -> [Route] {
        [
            ReportPages(house: house).routes,
            OwnReportPages(house: house).routes,
            ConcernAPI(house: house).routes,
            StandardAPI(house: house).routes,
        ].flatMap { $0 }
    }
}
