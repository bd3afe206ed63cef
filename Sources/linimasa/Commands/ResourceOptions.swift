import ArgumentParser
import Foundation
import Text

/// Where the tables are: an option, the environment, beside the installed program, or in the checkout it was built in.
struct ResourceOptions: ParsableArguments {
  @Option(help: "The folder that holds languages, event types and gazetteers (or LINIMASA_RESOURCES).")
  var resources: String?

  /// The folder to read.
  ///
  /// - Throws: `ValidationError` that says where it was looked for.
  func folder() throws -> ResourceFolder {
    let named = resources ?? ProcessInfo.processInfo.environment["LINIMASA_RESOURCES"]
    let candidates = named.map { [$0] } ?? Self.besideProgram()
    if let path = candidates.first(where: { FileManager.default.fileExists(atPath: "\($0)/events/types.tsv") }) {
      return ResourceFolder(path: path)
    }
    throw ValidationError(
      "no resources in \(candidates.joined(separator: ", ")): name their folder with --resources or LINIMASA_RESOURCES")
  }

  /// `PREFIX/share/linimasa` for a program in `PREFIX/bin`, then the `Resources` of every folder above the program.
  private static func besideProgram() -> [String] {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    var paths = [folder.deletingLastPathComponent().appendingPathComponent("share/linimasa").path]
    while folder.path != "/" {
      paths.append(folder.appendingPathComponent("Resources").path)
      folder.deleteLastPathComponent()
    }
    return paths
  }
}
