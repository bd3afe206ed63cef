import TestSupport
import Testing

/// How far years are read: four digits from 1000 to 2199 by themselves; earlier and later ones where an era or the word
/// for year says so, from 1 to 9999; before Christ without days.
@Suite struct YearRangeTests {
  static let texts: [(String, String, [String])] = [
    ("id", "Kota itu jatuh pada 999.", []), ("id", "Kota itu jatuh pada 1000.", ["1000"]),
    ("id", "Kota itu jatuh pada 2199.", ["2199"]), ("id", "Kota itu jatuh pada 2200.", []),
    ("id", "Kota itu jatuh pada tahun 476.", ["0476"]), ("id", "Itu dilarang sampai tahun 2250.", ["2250"]),
    ("id", "Kota itu hancur pada tahun 1 Masehi.", ["0001"]), ("id", "Kota itu berdiri pada 753 SM.", ["BC0753"]),
    ("id", "Kota itu berdiri pada 9999 SM.", ["BC9999"]), ("id", "Kota itu berdiri pada 10000 SM.", []),
    ("id", "Ia ditangkap pada tahun 70.", ["1970"]), ("id", "Setiap tahun 300 kasus dilaporkan.", ["P1Y"]),
    ("id", "Lelang itu bernilai 100 M.", []), ("id", "Kuil itu dari abad ke-5 SM.", ["BC04"]),
    ("id", "Kuil itu dari abad ke-5.", ["04"]), ("id", "Ia lahir 5 Mei 1812.", ["1812-05-05"]),
    ("id", "Tahun 0 Masehi tidak ada.", []),
    ("en", "Caesar was killed in 44 BC.", ["BC0044"]), ("en", "Pompeii was destroyed in AD 79.", ["0079"]),
    ("en", "Rome fell in the year 476.", ["0476"]), ("en", "It was founded around 753 B.C.", ["BC0753"]),
    ("en", "It will last until the year 2300.", ["2300"]), ("en", "It counted 2300 soldiers.", []),
  ]

  @Test(arguments: texts)
  func yearsAreReadAsFarAsTheirWordsReach(_ language: String, _ text: String, _ values: [String]) throws {
    let found = try Dates.timexes(text, language: language)
    #expect(found.map(\.value) == values, "\(text)")
    for timex in found where timex.value.hasPrefix("BC") { #expect(timex.days == nil) }
  }
}
