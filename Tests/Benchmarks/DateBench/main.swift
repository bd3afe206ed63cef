import Glibc
import Temporal
import Text

// `date-bench shapes RESOURCES` reads megabytes of digits, brackets and weekdays to show that time grows with their size
// and no faster.

func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func time(_ reader: DateReader, _ text: SourceText) -> Double {
  let start = seconds()
  let published = CivilDay(year: 2024, month: 5, day: 15)
  _ = reader.read(text, published: published, language: .indonesian, genre: .news, explains: false)
  return seconds() - start
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
      line += "  " + String(Double(Int(time(reader, text) * 1000)) / 1000)
    }
    print(line)
  }
}

do {
  let arguments = CommandLine.arguments
  if arguments.count == 3, arguments[1] == "shapes" {
    shapes(try DateReader(resources: ResourceFolder(path: arguments[2])), [1, 2, 4, 8])
  } else {
    print("usage: date-bench shapes RESOURCES")
    exit(64)
  }
} catch {
  print("\(error)")
  exit(1)
}
