import Foundation
import Text

/// Where the tests find things: the checkout, its tables, the program under test, and the gold data beside the checkout.
public enum Checkout {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The tables of the checkout.
  public static let resources = ResourceFolder(path: root.appendingPathComponent("Resources").path)

  /// The program that was built with the tests: it lies beside the program that runs them.
  public static let program: URL = {
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent("linimasa")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appendingPathComponent(".build/debug/linimasa")
  }()

  /// Gold data that is not part of the project: `../shared`, or what LINIMASA_SHARED names; nil where it is missing.
  public static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["LINIMASA_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Every file below a folder of the checkout whose name ends with `ending`.
  public static func files(below folder: String, ending: String) -> [URL] {
    let found = FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(ending) }
      .sorted { $0.path < $1.path }
  }
}
