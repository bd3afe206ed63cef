import Timeline

extension Model {
  /// Goes to the next or previous entry at the selection's place.
  mutating func followPlace(_ direction: TimelineDirection) -> [Effect] {
    guard let selection, let place = selection.place else {
      notice = Notice(text: look.words["notice.noPlace"])
      return []
    }
    return [.follow(adding(.place(place)), from: selection.key, direction)]
  }

  /// Goes to the next or previous entry that the best source of the selection tells as well.
  mutating func followStory(_ direction: TimelineDirection) -> [Effect] {
    guard let selection, let article = shownDetail?.mentions.first?.article else { return [] }
    return [.follow(adding(.story(article.id)), from: selection.key, direction)]
  }

  /// Goes where the following led.
  mutating func followed(_ query: TimelineQuery, _ direction: TimelineDirection, _ key: TimelineKey?) -> [Effect] {
    guard query.terms.dropLast() == self.query.terms[...] || query == self.query else { return [] }
    guard let key else {
      let text = direction == .forward ? "notice.noNextOf" : "notice.noPreviousOf"
      notice = Notice(text: look.words.text(text, ["what": query.terms.last?.description ?? ""]))
      return []
    }
    return goTo(key)
  }
}
