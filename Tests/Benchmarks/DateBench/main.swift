import Glibc
import Temporal
import Text

// Times the date reader: `date-bench RESOURCES FILE COPIES` reads FILE in copies of itself and prints megabytes a second,
// `date-bench shapes RESOURCES` reads megabytes of digits, brackets and weekdays to show that time grows with their size.

func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "re") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { return bytes }
    bytes += block[..<count]
  }
}

func measure(_ reader: DateReader, _ text: SourceText, times: Int, language: LanguageCode) -> (found: Int, time: Double)
{
  let published = CivilDay(year: 2024, month: 5, day: 15)
  let start = seconds()
  var found = 0
  for _ in 0..<times {
    found += reader.read(text, published: published, language: language, genre: .news, explains: false).timexes.count
  }
  return (found, seconds() - start)
}

func shapes(_ reader: DateReader, _ sizes: [Int]) {
  let units = [
    "digits": "1", "brackets": "(", "weekdays": "Kamis ", "torn": "Kamis (24/2019). ", "numbers": "24 ",
    "open": "Kamis (5/ kata dia ",
    "slashes": "24/", "quotes": "\"kemarin ", "months": "Oktober ", "lists": "2, ",
  ]
  print("shape      1 MB    2 MB    4 MB    8 MB  (seconds)")
  for (name, unit) in units.sorted(by: { $0.key < $1.key }) {
    var line = name + String(repeating: " ", count: 9 - name.count)
    for size in sizes {
      let text = SourceText(String(repeating: unit, count: size * 1_000_000 / unit.utf8.count))
      let time = measure(reader, text, times: 1, language: .indonesian).time
      line += "  " + String(Double(Int(time * 1000)) / 1000)
    }
    print(line)
  }
}

do {
  let arguments = CommandLine.arguments
  if arguments.count == 3, arguments[1] == "shapes" {
    shapes(try DateReader(resources: ResourceFolder(path: arguments[2])), [1, 2, 4, 8])
  } else if arguments.count >= 4, let copies = Int(arguments[3]) {
    let loading = seconds()
    let reader = try DateReader(resources: ResourceFolder(path: arguments[1]))
    let ready = seconds()
    let bytes = read(arguments[2])
    let text = SourceText(repairing: bytes)
    let language = LanguageCode(rawValue: arguments.count > 4 ? arguments[4] : "id")
    let (found, time) = measure(reader, text, times: copies, language: language)
    let megabytes = Double(text.count * copies) / 1e6
    print(
      "tables read in \(Int((ready - loading) * 1e6)) µs; \(found) expressions in \(Int(megabytes)) MB, \(Int(megabytes / time)) MB/s"
    )
  } else {
    print("usage: date-bench RESOURCES FILE COPIES [LANGUAGE] | date-bench shapes RESOURCES")
    exit(64)
  }
} catch {
  print("\(error)")
  exit(1)
}
