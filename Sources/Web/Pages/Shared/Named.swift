// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What the directory knows by a name.
protocol Named {
    var id: RecordID { get }
    var name: String { get }
}

extension Account: Named {}
extension Agency: Named {}
extension Area: Named {}
extension Team: Named {}

extension Sequence where Element: Named {
    /// In the order of their names; where two share one, always in the same.
    var byName: [Element] { sorted { ($0.name, $0.id) < ($1.name, $1.id) } }
}
