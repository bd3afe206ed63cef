import Foundation
import TestSupport
import Testing
import Timeline

@testable import Reader

@Suite struct ThemeTests {
  /// WCAG 2.2, "contrast ratio", over xterm's color cube and gray ramp.
  @Test func colorsStandOutFromTheirBackground() {
    for (theme, background) in [(Theme.dark, 0.0), (.light, 1.0)] {
      for style in Self.styles {
        guard let color = theme.attributes(of: style).color else { continue }
        for luminance in [Self.luminance(color.extended), Self.luminance(of: Self.basic[color.basic.rawValue])] {
          let ratio = (max(luminance, background) + 0.05) / (min(luminance, background) + 0.05)
          #expect(ratio >= 4.5, "\(theme.name) \(style.meaning): \(ratio)")
        }
      }
    }
  }

  @Test func withoutColorsNothingIsColored() {
    for theme in [Theme.mono, .highContrast] {
      #expect(Self.styles.allSatisfy { theme.attributes(of: $0).color == nil })
    }
  }

  @Test func selectionIsSeenWithoutColor() {
    for theme in Theme.all {
      for style in Self.styles {
        let plain = theme.attributes(of: style)
        var selected = style
        selected.isSelected = true
        #expect(plain.isReverse != theme.attributes(of: selected).isReverse)
      }
    }
  }

  private static let styles: [Style] =
    Hue.allCases.map { Style(.hue($0)) }
    + [
      .text, .title, .muted, .heading, .gap, .key, .hint, .prompt, .failure, .actor, .place, .date, .doubt, .evidence,
      .trigger, .density, .matchingDensity,
    ].map { Style($0) }

  /// In gray nothing is lost: where two kinds of events differ in color alone, their marks differ.
  @Test func meaningsAreToldApartWithoutColor() throws {
    let types = try EventTypeTable(resources: Checkout.resources).entries
    #expect(types.count == 16)
    #expect(Set(types.map(\.mark)).count == types.count)
    #expect(Set(types.map(\.asciiMark)).count == types.count)
    #expect(types.allSatisfy { $0.asciiMark.utf8.count == 1 && $0.mark.count == 1 })
  }

  /// The eight colors as xterm shows them.
  private static let basic: [[Int]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
  ]

  private static func luminance(_ index: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts =
      index >= 232
      ? [Int](repeating: 8 + 10 * (index - 232), count: 3)
      : [levels[(index - 16) / 36], levels[(index - 16) / 6 % 6], levels[(index - 16) % 6]]
    return luminance(of: parts)
  }

  private static func luminance(of parts: [Int]) -> Double {
    let linear = parts.map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
