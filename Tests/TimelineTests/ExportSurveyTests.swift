import Foundation
import Temporal
import TestSupport
import Testing

@testable import Timeline

/// What is counted before a file is written, and the preview made of it.
@Suite struct ExportSurveyTests {
  static let dates: [EventDate] = {
    var ambiguous = EventDate.day("2024-10-24")
    ambiguous.readings = ["2024-10-24", "2019-10-24"].compactMap { CivilDay(iso: $0) }.map {
      Reading(value: $0.description, days: DateSpan($0), weight: 0.5)
    }
    var ancient = EventDate.day("2024-10-24")
    ancient.start = CivilDay(year: -44, month: 3, day: 15)
    ancient.end = ancient.start
    return [
      .day("2024-10-24"), .days("2024-10-27", "2024-10-28", .range), .days("2024-10-01", "2024-10-31", .month),
      .days(nil, "2024-10-28", .before), .days("2024-10-28", nil, .after), .unknown, ambiguous, ancient,
    ]
  }()
  static let source = MemoryTimeline([
    .sample("a", dates.enumerated().map { .sample("e\($0)", "attack", "event \($0)", on: $1) })
  ])

  static func export(_ format: String, pageSize: Int = 3) throws -> TimelineExport {
    let format = try #require(ExportFormat.named(format))
    return TimelineExport(source: source, format: format, context: ExportContext(), pageSize: pageSize)
  }

  @Test func reasonsFollowTheDate() {
    #expect(Self.dates.map { LeftOut($0) } == [nil, nil, nil, .open, .open, .undated, .ambiguous, .year])
  }

  @Test(arguments: ExportFormat.all.map(\.name)) func whatIsCountedIsWhatIsWritten(_ format: String) throws {
    let export = try Self.export(format)
    let survey = try export.survey()
    let report = try export.write { _ in }
    #expect(survey.entries == Self.dates.count)
    #expect(report.leftOut == survey.leftOut(by: export.format))
    #expect(report.written + report.leftOut.values.reduce(0, +) == survey.entries)
    #expect(!report.hasChanged)
  }

  @Test func numbersAreSaid() throws {
    let survey = try Self.export("icalendar").survey()
    #expect(
      survey.dates == "3 to the day, 1 over several days, 1 only to a month, a year or a part of one, "
        + "2 only before or after a day, 1 without a date; 1 of them in doubt")
    #expect(
      survey.days
        == CivilDay(year: -44, month: 3, day: 15).flatMap { first in
          CivilDay(iso: "2024-10-31").map { first...$0 }
        })
    let report = try Self.export("icalendar").write { _ in }
    #expect(
      report.summary == "3 events; left out: 1 without a date, 2 only known to be before or after a day, "
        + "1 with several readings of the date that weigh the same, 1 in a year before 1 or after 9999")
    #expect(try Self.export("icalendar").string().components(separatedBy: "BEGIN:VEVENT").count == 4)
  }

  @Test func progressIsToldAndCanEndTheExport() throws {
    struct Cancelled: Error {}
    var seen: [TimelineExport.Progress] = []
    _ = try Self.export("jsonl").write(progress: { seen.append($0) }) { _ in }
    #expect(seen == [.counting(8), .writing(3, of: 8), .writing(6, of: 8), .writing(8, of: 8)])
    var pieces = 0
    #expect(throws: Cancelled.self) {
      try Self.export("jsonl").write(progress: { if case .writing = $0 { throw Cancelled() } }) { _ in pieces += 1 }
    }
    #expect(pieces == 1)
  }

  /// The preview is the head of the file, and says what the whole file would leave out.
  @Test(arguments: ExportFormat.all.map(\.name)) func aPreviewIsTheStartOfTheFile(_ format: String) throws {
    let export = try Self.export(format)
    let survey = try export.survey()
    let first = try Self.source.details(of: Self.source.entries(.everything, from: nil, .forward, limit: 4))
    let preview = ExportPreview(
      format: export.format, context: export.context, survey: survey, first: first, lines: 4)
    let text = try export.string()
    let body = text.components(separatedBy: "<body>\n").last ?? text
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(4)
    #expect(preview.lines == lines.map { String($0.prefix(ExportPreview.longestLine)) })
    #expect(preview.report == (try export.write { _ in }))
    #expect(
      ExportPreview(format: export.format, context: export.context, survey: survey, first: [], lines: 0).lines == [])
  }
}
