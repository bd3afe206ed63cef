/// A page as far as its text needs it: elements that make breaks, and the blocks of text between the breaks.
///
/// Inline elements are not kept and there are no child lists: an element knows its parent, and parents come before
/// their children, so that a walk backwards adds up whole subtrees in one pass.
struct PageOutline {
  /// An element that makes a break.
  struct Node {
    /// The element around it; the first one is its own.
    let parent: Int
    let element: HTMLElement
    /// What its class and id say of it.
    let furniture: Furniture
    /// Whether the page does not show it.
    let isHidden: Bool
  }

  /// Text between two breaks.
  struct Block {
    /// The innermost element that makes a break.
    let node: Int
    /// Where its text is in `text`.
    let range: Range<Int>
    /// Bytes of it that are links.
    let linked: Int
    /// Whether a sentence ends in it.
    let isSentence: Bool

    /// Length in bytes.
    var count: Int { range.count }
    /// Whether most of it leads elsewhere.
    var isLink: Bool { linked * 2 > range.count }
  }

  /// A `<time>` with the moment that it gives to machines.
  struct Moment {
    /// Where it stands.
    let node: Int
    /// Its `datetime`.
    let value: String
    /// Whether its class or property says that it is the day of publication.
    let isPublication: Bool
  }

  /// Elements, parents before children; the first one is the page.
  var nodes: [Node] = [Node(parent: 0, element: .html, furniture: .none, isHidden: false)]
  /// Blocks in their order.
  var blocks: [Block] = []
  /// The text of all blocks, references decoded, blanks run together; a line break is a newline.
  var text: [UInt8] = []
  /// Moments in their order.
  var moments: [Moment] = []
  /// What the head says.
  var metadata = PageMetadata()

  /// A block's text.
  func text(of block: Block) -> String { String(decoding: text[block.range], as: UTF8.self) }
}
