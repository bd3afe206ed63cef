import Foundation
import Temporal
import TestSupport
import Testing

/// `linimasa explain` says for every basis by which steps a day became known.
@Suite struct ExplainTests {
  /// For each basis a text, and a step of its explanation.
  static let texts: [Basis: (text: String, published: String?, step: String)] = [
    .explicit: ("Kamis (24/10/2024)", "2024-10-28", "day, month and year are written, and the weekday agrees"),
    .partial: ("24 Oktober", "2024-10-28", "day and month without a year, completed from the anchor"),
    .weekday: ("pada Kamis", "2024-10-28", "a bare weekday: the last one up to the anchor"),
    .relative: ("kemarin", "2024-10-28", "counted from the anchor"),
    .carry: (
      "Rusia menyerang Kyiv pada Senin (28/10/2024). Rusia juga merebut Selydove.", "2024-10-29",
      "the same doer goes on from the sentence before"
    ),
    .publication: ("kemarin", "2024-10-28", "it was given"),
    .inferred: ("Pasukan Rusia menyerang Kyiv.", "2024-10-28", "complete by the publication day"),
    .repaired: ("Kamis (24/2019). 10/2024)", "2024-10-28", "weekday"),
    .none: ("selama tiga tahun", "2024-10-28", "a length of time"),
  ]

  @Test(arguments: Basis.allCases)
  func everyBasisHasItsSteps(_ basis: Basis) throws {
    let example = try #require(Self.texts[basis], "no text shows the basis \(basis)")
    let run = try ProgramRun(
      ["explain", example.text] + (example.published.map { ["--published", $0] } ?? []) + ["--language", "id"])
    #expect(run.status == 0, "\(run.errors)")
    let sections = run.output.components(separatedBy: "basis            ").dropFirst()
    let own = sections.filter { $0.hasPrefix(basis.rawValue) }
    #expect(own.contains { $0.contains("\nsteps\n  ") && $0.contains(example.step) }, "\(run.output)")
  }

  @Test func anInferredPublicationDayIsExplained() throws {
    let run = try ProgramRun(["explain", "Pasukan tiba Senin (28/10/2024) dan pulang kemarin."])
    #expect(run.output.hasPrefix("publication day  2024-10-28, Monday\nbasis            inferred\nsteps\n"))
  }
}
