// SPDX-License-Identifier: Apache-2.0
import Foundation
import Services

/// Everything that the house answers: one line a group of pages.
enum AllPages {
    /// The routes over a house. `content` is the folder of languages and help.
    static func routes(_ house: House, content: String) -> [Route] {
        [
            HomePages(house: house).routes,
            SignInPages(house: house).routes,
            LinkPages(house: house).routes,
            AccountPages(house: house).routes,
            AreaPages(house: house).routes,
            AgencyPages(house: house).routes,
            TeamPages(house: house).routes,
            PeoplePages(house: house).routes,
            LedgerPages(house: house).routes,
            StandardPages(house: house).routes,
            HelpPages(texts: HelpTexts(content: URL(fileURLWithPath: content))).routes,
            ReportPages(house: house).routes,
            OwnReportPages(house: house).routes,
            DeskPages(house: house).routes,
            ConcernPages(house: house).routes,
            DecidePages(house: house).routes,
            HandOverPages(house: house).routes,
            CasePages(house: house).routes,
            SearchPages(house: house).routes,
            UnreadablePages(house: house).routes,
            ConcernAPI(house: house).routes,
            StandardAPI(house: house).routes,
        ].flatMap { $0 }
    }
}
