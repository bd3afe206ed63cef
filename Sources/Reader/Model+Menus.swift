import Temporal
import Text
import Timeline

extension Model {
  /// What a menu offers, in the order of its screen.
  func commands(of menu: Menu) -> [Command] {
    keys.bindings.filter { $0.isOffered(in: menu) }.map(\.command)
  }

  mutating func perform(_ command: Command, in menu: Menu, _ cursor: ListCursor) -> [Effect] {
    let commands = commands(of: menu)
    var cursor = cursor
    if cursor.move(command, count: commands.count, page: size.rows - 3) {
      replaceTop(.menu(menu, cursor))
      return []
    }
    screens.removeLast()
    return command == .open ? commands[cursor].map { perform($0) } ?? [] : performInTimeline(command)
  }

  // MARK: - Copying

  /// What a command copies of the selected entry; nil where there is nothing of the kind.
  func copied(_ command: Command) -> String? {
    guard let selection else { return nil }
    switch command {
    case .copyDate: return look.label(selection.date).edtf
    case .copyURL: return shownMention?.article.url
    case .copyCitation: return shownMention.map { citation(of: $0.article) }
    default:
      let sources = selection.outlets.isEmpty ? "" : " (\(selection.outlets.joined(separator: ", ")))"
      return "\(look.label(selection.date).short): \(selection.summary)\(sources)"
    }
  }

  mutating func copy(_ command: Command) -> [Effect] {
    // What is pasted into a terminal must not act there.
    guard let text = copied(command).map({ VisibleText.line($0) }) else {
      // An address may still be on its way.
      let isRead = selection == nil || shownDetail != nil
      notice = Notice(text: look.words[isRead ? "notice.nothingToCopy" : "list.loading"])
      return []
    }
    notice = Notice(text: look.words.text("notice.copied", ["text": text]))
    return [.copy(text)]
  }

  /// Outlet, title, day of publication, address, and the day on which it was read.
  private func citation(of article: Article) -> String {
    let published = article.publication.day.map { day($0) } ?? look.words["citation.undated"]
    var parts = [article.outlet, article.title.map { "\"\($0)\"" }, published, article.url].compactMap { $0 }
    if let today { parts.append(look.words.text("citation.read", ["day": day(today)])) }
    return parts.joined(separator: ", ") + "."
  }

  private func day(_ day: CivilDay) -> String {
    look.label(EventDate(start: day, end: day, precision: .day, basis: .explicit)).short
  }

  // MARK: - Sources

  /// The telling that is shown: that of the article on screen, else the best.
  var shownMention: EventMention? {
    guard let mentions = shownDetail?.mentions else { return nil }
    if case .article(let state)? = screens.last, mentions.indices.contains(state.mention) {
      return mentions[state.mention]
    }
    return mentions.first
  }

  /// Asks which of several sources is to be opened.
  mutating func chooseSource() -> [Effect] {
    guard let mentions = shownDetail?.mentions, mentions.count > 1 else { return openSource(mention: 0) }
    let options = mentions.enumerated().map { index, mention in
      let article = mention.article
      return ChoiceState.Option(
        value: String(index),
        label: [article.outlet, article.title ?? article.id].compactMap { $0 }.joined(separator: ": "),
        hint: article.url ?? look.words["notice.noURL"])
    }
    screens.append(.choice(ChoiceState(.source, options)))
    return []
  }
}

extension KeyTable.Binding {
  /// Whether a menu shows it: what moves in a menu or leaves it is no line of it.
  fileprivate func isOffered(in menu: Menu) -> Bool {
    let group: KeyGroup = menu == .edit ? .edit : .out
    return self.group == group && contexts.contains(menu.context) && contexts != Set(KeyContext.allCases)
      && !keys.isEmpty
  }
}
