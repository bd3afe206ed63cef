import CZlib
import CZstd

/// Unpacks one kind of packed bytes, piece by piece.
protocol Expander {
  /// Whether what was unpacked may end here.
  var isWhole: Bool { get }

  /// Unpacks some of `packed` into `block` from its front.
  ///
  /// - Returns: how many packed bytes it took, and how many it made of them.
  func expand(
    _ packed: ArraySlice<UInt8>, into block: inout [UInt8], isAtEnd: Bool
  ) throws(ExpansionError) -> (taken: Int, made: Int)
}

/// Unpacks gzip (RFC 1952), one member after the other.
final class GzipExpander: Expander {
  private var stream = z_stream()
  private(set) var isWhole = false

  init?() {
    // 16 asks for the gzip wrapping, 15 for the largest window (zlib.h).
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  }

  deinit { inflateEnd(&stream) }

  func expand(
    _ packed: ArraySlice<UInt8>, into block: inout [UInt8], isAtEnd: Bool
  ) throws(ExpansionError) -> (taken: Int, made: Int) {
    if isWhole {
      // Between members there may be padding of zeros; another member begins anew.
      let padding = packed.prefix { $0 == 0 }.count
      if padding > 0 || packed.isEmpty { return (padding, 0) }
      guard inflateReset(&stream) == Z_OK else { throw .damaged }
      isWhole = false
    }
    var input = packed
    let status = input.withUnsafeMutableBufferPointer { from in
      block.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(clamping: from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(clamping: to.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
    }
    let step = (taken: packed.count - Int(stream.avail_in), made: block.count - Int(stream.avail_out))
    switch status {
    case Z_STREAM_END: isWhole = true
    case Z_OK, Z_BUF_ERROR: break
    default: if step.made == 0 { throw .damaged }
    }
    return step
  }
}

/// Unpacks Zstandard (RFC 8878), one frame after the other.
final class ZstandardExpander: Expander {
  private let stream: OpaquePointer
  private(set) var isWhole = false

  /// The largest window that is granted, as a power of two: 128 MB, what the `zstd` tool grants.
  private static let largestWindow: Int32 = 27

  init?() {
    guard let made = ZSTD_createDStream() else { return nil }
    stream = made
    _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow)
  }

  deinit { ZSTD_freeDStream(stream) }

  func expand(
    _ packed: ArraySlice<UInt8>, into block: inout [UInt8], isAtEnd: Bool
  ) throws(ExpansionError) -> (taken: Int, made: Int) {
    if packed.isEmpty, isWhole { return (0, 0) }
    let size = block.count
    var step = (taken: 0, made: 0)
    let status = packed.withUnsafeBufferPointer { from in
      block.withUnsafeMutableBufferPointer { to in
        var input = ZSTD_inBuffer(src: from.baseAddress, size: from.count, pos: 0)
        var output = ZSTD_outBuffer(dst: to.baseAddress, size: size, pos: 0)
        let status = ZSTD_decompressStream(stream, &output, &input)
        step = (input.pos, output.pos)
        return status
      }
    }
    if ZSTD_isError(status) != 0 { throw .damaged }
    isWhole = status == 0
    return step
  }
}
