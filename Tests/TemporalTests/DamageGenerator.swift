import Temporal
import TestSupport
import Text

/// Makes damaged dates with their true days: a sound date in a sentence, and one thing done to it that editors, scanners,
/// spinners and markup do to real ones. The kinds follow what is seen in the press, not what the reader can mend.
struct DamageGenerator {
  struct Case {
    var kind: String
    var text: String
    var language: LanguageCode
    var published: CivilDay
    var day: CivilDay
  }

  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  static let kinds = [
    "clean", "torn-year", "torn-split", "displaced", "swap", "wrong-weekday", "wrong-year", "separator-lost",
    "separator-changed", "bracket", "day-twice", "digit-added", "digit-lost", "digits-exchanged", "scanned",
    "month-typo",
    "weekday-typo", "other-language", "short-year", "line-break", "split-number", "glued",
  ]

  mutating func make(_ kind: String) -> Case {
    while true { if let made = attempt(kind) { return made } }
  }

  private mutating func attempt(_ kind: String) -> Case? {
    let published = CivilDay(number: Int32(random.below(4000)) + 15_700)
    let day = published - random.below(random.below(3) == 0 ? 200 : 9)
    let isEnglish = random.below(3) == 0
    let names = isEnglish ? Names.english : Names.indonesian
    guard let date = damaged(kind, day, published, names, isEnglish) else { return nil }
    let frames =
      isEnglish
      ? ["He spoke on # in the capital.", "The convoy left #, officials said.", "The office confirmed it on #."]
      : ["Ia bicara pada # di ibu kota.", "Konvoi berangkat, #, kata pejabat.", "Kantornya membenarkan hal itu, #."]
    let frame = frames[random.below(frames.count)].split(separator: "#", omittingEmptySubsequences: false)
    return Case(
      kind: kind, text: frame[0] + date + frame[1], language: isEnglish ? .english : .indonesian, published: published,
      day: day)
  }

  struct Names {
    var weekdays: [String]
    var months: [String]

    static let indonesian = Names(
      weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
      months: [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
      ])
    static let english = Names(
      weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ])
  }

  private mutating func damaged(
    _ kind: String, _ day: CivilDay, _ published: CivilDay, _ names: Names, _ isEnglish: Bool
  ) -> String? {
    let weekday = names.weekdays[day.weekday.index]
    let (year, month, number) = day.parts
    // English writes the month first; where both orders name a day, the weekday tells them apart.
    let (a, b) = isEnglish && random.below(2) == 0 ? (month, number) : (number, month)
    let name = names.months[month - 1]
    let long = isEnglish ? "\(weekday), \(name) \(number), \(year)" : "\(weekday), \(number) \(name) \(year)"
    switch kind {
    case "clean": return random.below(2) == 0 ? long : "\(weekday) (\(a)/\(b)/\(year))"
    case "torn-year": return "\(weekday) (\(number)/\(year - 1 - random.below(6))). \(month)/\(year))"
    case "torn-split": return "\(weekday) (\(a)/\(b)" + [". /", ") /", " . ", "). /"][random.below(4)] + "\(year))"
    case "displaced":
      let words = isEnglish ? " as his office said. " : " kata kantornya. "
      return "\(weekday) (\(number)/" + words + "\(month)/\(year))"
    case "swap": return number <= 12 && number != month ? "\(weekday) (\(b)/\(a)/\(year))" : nil
    case "wrong-weekday":
      return "\(names.weekdays[(day.weekday.index + 2 + random.below(4)) % 7]) (\(a)/\(b)/\(year))"
    case "wrong-year": return "\(weekday) (\(a)/\(b)/\(year + (random.below(2) == 0 ? 1 : -1)))"
    case "separator-lost":
      return number > 9 && month > 9 || random.below(2) == 0
        ? "\(weekday) (\(a)\(two(b))/\(year))" : "\(weekday) (\(a)/\(two(b))\(year))"
    case "separator-changed":
      let marks = ["//", "-/", " / ", ",/", "|", " /"]
      return "\(weekday) (\(a)\(marks[random.below(marks.count)])\(b)/\(year))"
    case "bracket":
      return ["\(weekday) (\(a)/\(b)/\(year)", "\(weekday) \(a)/\(b)/\(year))", "\(weekday) (\(a))/\(b)/\(year)"][
        random.below(3)]
    case "day-twice": return "\(weekday) (\(a)/\(a)/\(b)/\(year))"
    case "digit-added": return "\(weekday) (\(a)/\(b)/\(edited(year, adding: true)))"
    case "digit-lost": return "\(weekday) (\(a)/\(b)/\(edited(year, adding: false)))"
    case "digits-exchanged":
      let digits = Array("\(year)")
      return "\(weekday) (\(a)/\(b)/\(digits[0])\(digits[1])\(digits[3])\(digits[2]))"
    case "scanned": return scanned("\(weekday) (\(a)/\(b)/\(year))", from: weekday.count)
    case "month-typo":
      guard name.count >= 5 else { return nil }
      let typo = mistyped(name)
      return isEnglish ? "\(weekday), \(typo) \(number), \(year)" : "\(weekday), \(number) \(typo) \(year)"
    case "weekday-typo": return weekday.count >= 5 ? "\(mistyped(weekday)) (\(a)/\(b)/\(year))" : nil
    case "other-language":
      let other = (isEnglish ? Names.indonesian : Names.english).months[month - 1]
      if other == name { return nil }
      return isEnglish ? "\(weekday), \(number) \(other) \(year)" : "\(weekday), \(number) \(other) \(year)"
    case "short-year": return "\(weekday) (\(a)/\(b)/\(two(year % 100)))"
    case "line-break": return "\(weekday)" + ["\n(\(a)/\(b)/\(year))", " (\(a)/\(b)/\n\(year))"][random.below(2)]
    case "split-number": return number > 9 ? "\(weekday) (\(number / 10) \(number % 10)/\(month)/\(year))" : nil
    default: return (isEnglish ? "on" : "pada") + "\(weekday) (\(a)/\(b)/\(year))"
    }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func edited(_ number: Int, adding: Bool) -> String {
    var digits = Array("\(number)")
    let place = 1 + random.below(digits.count - 1)
    if adding { digits.insert(digits[place], at: place) } else { digits.remove(at: place) }
    return String(digits)
  }

  /// A digit or two as a scanner reads them.
  private mutating func scanned(_ text: String, from start: Int) -> String? {
    let letters: [Character: Character] = ["0": "O", "1": "l", "5": "S", "8": "B"]
    var characters = Array(text)
    let places = characters.indices.filter { $0 > start && letters[characters[$0]] != nil }
    guard !places.isEmpty else { return nil }
    let place = places[random.below(places.count)]
    if let letter = letters[characters[place]] { characters[place] = letter }
    return String(characters)
  }

  /// One letter dropped, doubled or exchanged with the next, behind the first.
  private mutating func mistyped(_ word: String) -> String {
    var letters = Array(word)
    let place = 1 + random.below(letters.count - 2)
    switch random.below(3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters) == word ? mistyped(word) : String(letters)
  }
}

/// Random numbers that are the same on every run (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 to below `limit`.
  mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }
}
