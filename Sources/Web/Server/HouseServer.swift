// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Hummingbird
public import Logging
import Safeguarding
public import Services

/// A house with its pages and API, ready to be run: what the executable and the tests build alike.
public enum HouseServer {
    /// How the pages of a house are served.
    public struct Settings: Sendable {
        /// Address, limits, certificates.
        public var web: WebConfiguration
        /// The folder of languages and help.
        public var content: String
        /// The folder of style sheets, scripts and fonts.
        public var publicFiles: String
        /// The folder of the store, whose disk is watched; nil where there is none.
        public var dataFolder: String?
        /// What makes PDF; nil where nothing does, and pages say how to print.
        public var printer: PDFPrinter?

        /// Names them.
        public init(web: WebConfiguration, content: String, publicFiles: String) {
            self.web = web
            self.content = content
            self.publicFiles = publicFiles
        }
    }

    /// The application over an open house. `whenListening` is told the port.
    /// - Throws: where the folders can't be read, or routes and declarations differ.
    public static func application(
        _ house: House, work: HouseWork, settings: Settings, logger: Logger, whenListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> Application<WebResponder> {
        let server = try server(house, work: work, settings: settings, logger: logger)
        return try server.application(logger: logger, whenListening: whenListening)
    }

    /// The pages and API of a house, without a socket.
    static func server(_ house: House, work: HouseWork, settings: Settings, logger: Logger) throws -> WebServer {
        var surroundings = Surroundings()
        surroundings.now = { house.now }
        surroundings.logger = logger
        surroundings.translations = try Translations(content: URL(fileURLWithPath: settings.content))
        surroundings.assets = try StaticFiles(folder: URL(fileURLWithPath: settings.publicFiles))
        surroundings.readiness = { await house.readiness() }
        let folder = settings.dataFolder
        surroundings.remarks = { Remarks.of(house, work, folder: folder) }
        surroundings.explain = Explaining.problem
        surroundings.recordRefusal = { try await house.recordRefusal($0, $1, hidden: $2, unless: $3) }
        surroundings.beforeMetrics = { HouseFigures.set(house, work, folder: folder, $0) }
        var site = Site(isFictional: house.settings.isDemo)
        site.dutyDesks = { house.allDesks }
        site.navigation = Navigation.items
        site.help = HelpAddresses.all.url
        site.tour = house.settings.isDemo ? TourAddresses.tour.url : nil
        return try WebServer(
            configuration: settings.web, site: site, sessions: SessionDoor(house),
            routes: AllPages.routes(house, content: settings.content, printer: settings.printer), surroundings: surroundings)
    }
}
