import Dispatch
import Reader
import Synchronization
import Temporal
import Timeline

/// Runs the reader's effects against a timeline off the main thread, so that no key waits for a disk. Of effects of one
/// kind that wait, only the last is run.
final class EffectRunner: Sendable {
  private let source: any TimelineSource
  private let actions: ReaderActions
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "effects", qos: .userInteractive)
  private let waiting = Mutex<[Effect]>([])

  init(source: any TimelineSource, actions: ReaderActions, mailbox: Mailbox) {
    self.source = source
    self.actions = actions
    self.mailbox = mailbox
  }

  /// Has effects run soon.
  func run(_ effects: [Effect]) {
    for effect in effects {
      waiting.withLock { waiting in
        if let slot = effect.slot, let index = waiting.firstIndex(where: { $0.slot == slot }) {
          mailbox.post(.dropped(waiting.remove(at: index)))
        }
        waiting.append(effect)
      }
      queue.async { [self] in runNext() }
    }
  }

  /// The page before what is only shown beside it.
  private func runNext() {
    let next = waiting.withLock { waiting -> Effect? in
      let index = waiting.indices.min { waiting[$0].urgency < waiting[$1].urgency }
      return index.map { waiting.remove(at: $0) }
    }
    guard let next else { return }
    do {
      if let answer = try answer(to: next) { mailbox.post(answer) }
    } catch {
      mailbox.post(.failed(next, "\(error)"))
    }
  }

  private func answer(to effect: Effect) throws -> Message? {
    switch effect {
    case .overview(let query): return .overview(query, try source.overview(query))
    case .page(let query, let anchor): return .page(query, anchor, try source.page(query, around: anchor))
    case .extend(let query, let key, let direction):
      return .extended(query, from: key, direction, try source.extend(query, from: key, direction))
    case .detail(let id): return .detail(id, try source.detail(of: id))
    case .neighbors(let query, let actor, let key):
      return .neighbors(query, try source.neighbors(query, of: actor, at: key))
    case .find(let query, let words, let key, let direction):
      return .found(query, words: words, direction, try source.find(words, in: query, from: key, direction))
    case .actors(let query): return .actors(query, try source.actors(query))
    case .companions(let query, let actor):
      let term = QueryTerm(.actor(actor.rawValue))
      return .companions(actor, try source.actors(TimelineQuery(terms: query.terms + [term])))
    case .glance(let query, let limit):
      return .glance(query, try source.entries(query, from: nil, .forward, limit: limit))
    case .readDate(let words, let day): return .date(words, actions.readDate(words, day))
    case .export(let query, let format, let path): return .done(try actions.export(query, format, path))
    case .previewExport(let query, let format):
      return .exportPreview(query, format: format, try actions.previewExport(query, format))
    case .openURL(let url): return .done(try actions.openURL(url))
    case .saveFilters(let filters): return .done(try actions.saveFilters(filters))
    case .merge(let actor, let other): return .done(try actions.merge(actor, other))
    case .copy, .suspend, .redraw, .quit: return nil
    }
  }
}

extension Effect {
  /// The kind of effects of which only the last matters; nil where each does.
  fileprivate var slot: Int? {
    switch self {
    case .overview: 0
    case .page: 1
    case .extend: 2
    case .detail: 3
    case .neighbors: 4
    case .find: 5
    case .actors: 6
    case .companions: 7
    case .glance: 8
    case .previewExport: 9
    default: nil
    }
  }

  /// Lower runs first.
  fileprivate var urgency: Int {
    switch self {
    case .page, .find: 0
    case .extend: 1
    case .detail: 2
    case .overview: 3
    case .neighbors, .glance: 4
    default: 5
    }
  }
}
