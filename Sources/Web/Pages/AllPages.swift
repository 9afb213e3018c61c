// SPDX-License-Identifier: Apache-2.0
import Foundation
import Services

/// Everything that the house answers: one line a group of pages.
enum AllPages {
    /// The routes over a house. `content` is the folder of languages and help.
    static func routes(_ house: House, content: String, printer: PDFPrinter? = nil) -> [Route] {
        [
            HomePages(house: house).routes,
            SignInPages(house: house).routes,
            LinkPages(house: house).routes,
            AccountPages(house: house).routes,
            AreaPages(house: house).routes,
            AgencyPages(house: house).routes,
            TeamPages(house: house).routes,
            PeoplePages(house: house).routes,
            FilePages(house: house).routes,
            LeftoverPages(house: house).routes,
            LedgerPages(house: house).routes,
            LeaderPages(house: house).routes,
            StandardPages(house: house).routes,
            HelpPages(texts: HelpTexts(content: URL(fileURLWithPath: content))).routes,
            TourPages(house: house).routes,
            ReportPages(house: house).routes,
            OwnReportPages(house: house).routes,
            WorkReportPages(house: house).routes,
            WorkOwnPages(house: house).routes,
            SignPages(house: house, texts: SignTexts(content: URL(fileURLWithPath: content))).routes,
            DoorPages(house: house).routes,
            DoorVisitPages(house: house).routes,
            DeskPages(house: house).routes,
            ShiftPages(house: house).routes,
            BriefPages(house: house, printer: printer).routes,
            ConcernPages(house: house).routes,
            LetterPages(house: house).routes,
            DecidePages(house: house).routes,
            HandOverPages(house: house).routes,
            CasePages(house: house).routes,
            PracticePages(house: house).routes,
            SearchPages(house: house).routes,
            UnreadablePages(house: house).routes,
            AskPages(house: house).routes,
            IdentityPages(house: house).routes,
            LookUpPages(house: house).routes,
            AgreementPages(house: house).routes,
            ConcernAPI(house: house).routes,
            StandardAPI(house: house).routes,
        ].flatMap { $0 }
    }
}
