import Glibc
import Temporal
import Text

/// The libFuzzer target of the date reader: any bytes are read in both languages with and without a publication day;
/// spans lie inside the text and in order, and the same bytes give the same answer. Built and run by `make fuzz`.
private let reader: DateReader? = {
  let path = getenv("LINIMASA_RESOURCES").map { String(cString: $0) } ?? "Resources"
  return try? DateReader(resources: ResourceFolder(path: path))
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let reader, let data, size <= 4096 else { return 0 }
  let text = SourceText(repairing: Array(UnsafeBufferPointer(start: data, count: size)))
  for (language, day) in [("id", CivilDay(iso: "2024-10-28")), ("en", nil)] {
    for genre in [TextGenre.news, .narrative] {
      let first = reader.read(text, published: day, language: LanguageCode(rawValue: language), genre: genre)
      let again = reader.read(text, published: day, language: LanguageCode(rawValue: language), genre: genre)
      var end = 0
      for timex in first.timexes {
        let isInside = timex.span.start >= end && timex.span.end <= text.count && !timex.span.isEmpty
        if !isInside || !timex.fragments.allSatisfy({ $0.start >= 0 && $0.end <= text.count }) { abort() }
        end = timex.span.end
      }
      if first.timexes != again.timexes { abort() }
    }
  }
  return 0
}
