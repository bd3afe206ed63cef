import Foundation

/// Keeps what is written to standard error until the screen has been given back, then writes it there.
final class HeldErrors {
  private let real: Int32
  private let kept: UnsafeMutablePointer<FILE>?

  init() {
    real = dup(STDERR_FILENO)
    kept = tmpfile()
    if let kept, real >= 0 { dup2(fileno(kept), STDERR_FILENO) }
  }

  /// Writes what was kept, and lets errors pass again.
  func release() {
    guard let kept, real >= 0 else { return }
    dup2(real, STDERR_FILENO)
    close(real)
    rewind(kept)
    var block = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&block, 1, block.count, kept), count > 0 { _ = write(STDERR_FILENO, block, count) }
    fclose(kept)
  }
}
