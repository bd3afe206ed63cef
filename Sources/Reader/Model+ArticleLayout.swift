import Timeline

/// Of which page a layout is.
struct ArticleLayoutKey: Sendable, Hashable {
  /// The entry.
  let entry: TimelineKey
  /// Which of its articles.
  let mention: Int
  /// The columns.
  let width: Int
  /// What has been read: a correction may have changed the marks.
  let reading: Int
}

extension Model {
  /// The layout of one of the selected entry's articles, where it is kept.
  func articleLayout(of mention: Int, width: Int) -> ArticleLayout? {
    keptLayout.flatMap { $0.key == layoutKey(of: mention, width: width) ? $0.layout : nil }
  }

  /// Lays out one of the selected entry's articles, and keeps it: of a long one that is most of the work.
  mutating func layOut(_ mention: Int, width: Int) -> ArticleLayout? {
    if let kept = articleLayout(of: mention, width: width) { return kept }
    guard let key = layoutKey(of: mention, width: width), let mentions = shownDetail?.mentions,
      mentions.indices.contains(mention)
    else { return nil }
    let layout = ArticlePage(mention: mentions[mention], look: look, current: nil).layout(width: width)
    keptLayout = (key, layout)
    return layout
  }

  /// Lays out the article that is shown, so that drawing it again costs no more than its lines on the screen.
  mutating func layOutShownArticle() {
    if case .article(let state)? = screens.last {
      _ = layOut(state.mention, width: textArea.width - 2)
    } else if screens.isEmpty, layout.side.width > 3 {
      _ = layOut(0, width: layout.side.width - 3)
    }
  }

  private func layoutKey(of mention: Int, width: Int) -> ArticleLayoutKey? {
    selection.map { ArticleLayoutKey(entry: $0.key, mention: mention, width: width, reading: details.reading) }
  }
}
