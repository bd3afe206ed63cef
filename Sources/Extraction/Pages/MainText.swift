/// Finds the article's own text on a page.
///
/// Every block is weighed: prose counts for the element that holds it, links, scraps and furniture count against it. The
/// article is the innermost element with the largest balance; in it the blocks are kept that are no furniture and say
/// something new. Neither the outlet nor its language is known to any rule.
struct MainText {
  /// The blocks that are the article, in order, as indices of the outline's blocks.
  private(set) var blocks: [Int] = []
  /// What each element is besides the article, as far as its contents bear that out.
  private(set) var furniture: [Furniture]

  private let outline: PageOutline
  /// Bytes of prose in each element and all that is in it.
  private var prose: [Int]

  /// Finds the article.
  init(_ outline: PageOutline) {
    self.outline = outline
    furniture = [Furniture](repeating: .none, count: outline.nodes.count)
    prose = [Int](repeating: 0, count: outline.nodes.count)
    for block in outline.blocks where Self.isProse(block) { prose[block.node] += block.count }
    addToParents(&prose)
    judgeFurniture()
    guard let article = innermostOfLargestBalance(in: namedBody()) else { return }
    blocks = kept(in: article)
  }

  /// The text of the blocks, parted by blank lines; the cells of a row are one line.
  var text: String {
    var result: [UInt8] = []
    var row: Int?
    for index in blocks {
      let block = outline.blocks[index]
      let next = rowOfCell(block)
      if !result.isEmpty { result += row != nil && row == next ? [32] : [10, 10] }
      result += outline.text[block.range]
      row = next
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The table row in which a block is the text of a cell.
  private func rowOfCell(_ block: PageOutline.Block) -> Int? {
    let node = outline.nodes[block.node]
    return node.element == .td || node.element == .th ? node.parent : nil
  }

  /// A sentence or more that is not a link.
  private static func isProse(_ block: PageOutline.Block) -> Bool {
    block.count >= 60 && block.isSentence && !block.isLink
  }

  /// Adds every element's value to the elements around it; parents come before children.
  private func addToParents(_ values: inout [Int]) {
    for node in outline.nodes.indices.dropFirst().reversed() { values[outline.nodes[node].parent] += values[node] }
  }

  /// Furniture is what is named so and does not hold the article itself: a page may wrap everything in `has-comments`.
  private mutating func judgeFurniture() {
    let all = prose[0]
    for (index, node) in outline.nodes.enumerated().dropFirst() {
      let isForeign = node.furniture == .foreign || node.element == .footer || node.element == .nav
      if furniture[node.parent] == .foreign {
        furniture[index] = .foreign
      } else if isForeign, !Self.isPage(node.element), prose[index] * 5 < all * 4 {
        furniture[index] = .foreign
      }
    }
    var foreign = 0
    for (index, node) in outline.nodes.enumerated().dropFirst()
    where furniture[index] == .foreign && furniture[node.parent] != .foreign { foreign += prose[index] }
    let own = max(1, all - foreign)
    for (index, node) in outline.nodes.enumerated().dropFirst() where furniture[index] < .aside {
      let isNamed = node.furniture == .aside && !Self.isPage(node.element) && node.element != .p && node.element != .tr
      let isHidden = node.isHidden && node.element != .p
      let isSmall = prose[index] * 20 < own * 7
      if furniture[node.parent] > .body {
        // A post that an article quotes is part of it, though it comes in a frame for social media.
        let isQuoted = node.element == .blockquote && !outline.nodes[node.parent].element.isAside && !node.isHidden
        furniture[index] = isQuoted && furniture[node.parent] == .aside ? .none : .aside
      } else if (isNamed || isHidden) && isSmall || node.element.isAside && prose[index] * 2 < own {
        furniture[index] = .aside
      }
    }
  }

  /// Elements that hold a page or its article by their meaning, whatever their names say.
  private static func isPage(_ element: HTMLElement) -> Bool {
    element == .html || element == .body || element == .main || element == .article
  }

  /// What a block counts for the element that holds it.
  private func weight(_ block: PageOutline.Block) -> Int {
    let element = outline.nodes[block.node].element
    if furniture[block.node] > .body { return -min(block.count, block.isSentence ? 300 : 150) * 3 / 10 }
    if block.isLink { return -min(block.count, 100) }
    if element.isHeading || element == .td || element == .th { return Self.isProse(block) ? block.count : 0 }
    if Self.isProse(block) { return block.count }
    if element == .p { return block.count / 2 }
    if block.count < 40 { return -block.count / 2 - 5 }
    return block.count / 5
  }

  /// The first element whose name says that it is the article and that holds at least half as much prose as any such; the
  /// whole page where that is little.
  private func namedBody() -> Int {
    let foreign = outline.nodes.indices.dropFirst().reduce(0) { sum, index in
      let isOutermost = furniture[index] == .foreign && furniture[outline.nodes[index].parent] != .foreign
      return isOutermost ? sum + prose[index] : sum
    }
    let own = prose[0] - foreign
    let named = outline.nodes.indices.filter { outline.nodes[$0].furniture == .body && furniture[$0] < .aside }
    let most = named.reduce(0) { max($0, prose[$1]) }
    guard most > 0, most * 5 >= own * 2, let body = named.first(where: { prose[$0] * 2 >= most }) else { return 0 }
    return body
  }

  /// The innermost element in `whole` whose balance is within a fiftieth of the largest.
  private func innermostOfLargestBalance(in whole: Int) -> Int? {
    var balance = [Int](repeating: 0, count: outline.nodes.count)
    var depth = [Int](repeating: 0, count: outline.nodes.count)
    for block in outline.blocks { balance[block.node] += weight(block) }
    addToParents(&balance)
    let isInside = inside(whole)
    let best = outline.nodes.indices.reduce(0) { isInside[$1] ? max($0, balance[$1]) : $0 }
    if best == 0 { return nil }
    var found = whole
    for index in outline.nodes.indices.dropFirst() {
      depth[index] = depth[outline.nodes[index].parent] + 1
      guard isInside[index], balance[index] * 50 >= best * 49 else { continue }
      if balance[found] * 50 < best * 49 || depth[index] > depth[found] { found = index }
    }
    while Self.isLine(outline.nodes[found].element) { found = outline.nodes[found].parent }
    return found
  }

  /// Which elements are `whole` or in it.
  private func inside(_ whole: Int) -> [Bool] {
    var isInside = [Bool](repeating: false, count: outline.nodes.count)
    for index in outline.nodes.indices {
      isInside[index] = index == whole || index > whole && isInside[outline.nodes[index].parent]
    }
    return isInside
  }

  /// Elements that are a piece of a text and never the whole.
  private static func isLine(_ element: HTMLElement) -> Bool {
    element == .p || element == .li || element == .ul || element == .ol || element == .blockquote || element.isHeading
  }

  /// The blocks in `article` that are its text, with the lead that stands between the headline and it.
  private func kept(in article: Int) -> [Int] {
    let isInside = inside(article)
    var kept: [Int] = []
    var shingles = Shingles()
    let inside = outline.blocks.indices.filter { isInside[outline.blocks[$0].node] }
    for index in lead(before: inside.first) + firstOfSeveral(inside) where isText(outline.blocks[index]) {
      let block = outline.blocks[index]
      if shingles.add(outline.text[block.range]) || !Self.isProse(block) { kept.append(index) }
    }
    return withoutScraps(withoutIdleHeadings(kept))
  }

  /// Prose between the headline and the block where the article begins.
  private func lead(before first: Int?) -> [Int] {
    guard let first else { return [] }
    let heading = outline.blocks.indices.last { $0 < first && outline.nodes[outline.blocks[$0].node].element == .h1 }
    guard let heading else { return [] }
    return (heading + 1..<first).filter {
      furniture[outline.blocks[$0].node] < .aside && Self.isProse(outline.blocks[$0])
    }
  }

  /// Pages that go on with the next article when the reader has come to the end hold several headlines: what stands from
  /// the second `<article>` with one of its own on is not this article.
  private func firstOfSeveral(_ inside: [Int]) -> [Int] {
    var first: Int?
    for (place, index) in inside.enumerated() where outline.nodes[outline.blocks[index].node].element == .h1 {
      guard let holder = enclosingArticle(of: outline.blocks[index].node) else { continue }
      if let first, first != holder { return Array(inside[..<place]) }
      first = holder
    }
    return inside
  }

  private func enclosingArticle(of node: Int) -> Int? {
    var node = node
    while node != 0 {
      if outline.nodes[node].element == .article { return node }
      node = outline.nodes[node].parent
    }
    return nil
  }

  /// Without the names, days and labels before the first sentence and behind the last.
  private func withoutScraps(_ kept: [Int]) -> [Int] {
    func isSentence(_ index: Int) -> Bool {
      let block = outline.blocks[index]
      return block.isSentence || block.count >= 60 && !outline.nodes[block.node].element.isHeading
    }
    guard let first = kept.firstIndex(where: isSentence), let last = kept.lastIndex(where: isSentence) else {
      return kept
    }
    return Array(kept[first...last])
  }

  private func isText(_ block: PageOutline.Block) -> Bool {
    let element = outline.nodes[block.node].element
    guard furniture[block.node] < .aside, element != .h1, block.linked * 5 <= block.count * 3 else { return false }
    if block.isSentence || block.count >= 40 || element.isHeading { return true }
    switch element {
    case .p, .li, .blockquote, .td, .th, .dd, .dt, .pre: return true
    default: return false
    }
  }

  /// A heading belongs to the text that follows it, not to a list of other articles.
  private func withoutIdleHeadings(_ kept: [Int]) -> [Int] {
    var result: [Int] = []
    for (place, index) in kept.enumerated() {
      guard outline.nodes[outline.blocks[index].node].element.isHeading else {
        result.append(index)
        continue
      }
      let next = outline.blocks.indices.dropFirst(index + 1).first {
        furniture[outline.blocks[$0].node] < .aside
      }
      if place + 1 < kept.count, next == kept[place + 1] { result.append(index) }
    }
    return result
  }
}

/// Knows whether a text has been seen before, by runs of five words, so that a lead that is repeated in a box or a whole
/// article that is on the page twice stands once.
private struct Shingles {
  private var seen: Set<UInt64> = []

  /// Whether the text says something new.
  mutating func add(_ text: ArraySlice<UInt8>) -> Bool {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text {
      if byte > 32 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      } else if hash != 0 {
        words.append(hash)
        hash = 0
      }
    }
    if hash != 0 { words.append(hash) }
    if words.count < 5 { return true }
    let runs = (0..<words.count - 4).map { start in
      words[start..<start + 5].reduce(UInt64(0)) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
    }
    let known = runs.count { seen.contains($0) }
    seen.formUnion(runs)
    return known * 5 < runs.count * 4
  }
}
