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
  private let work: LongWork
  private let previews = DispatchQueue(label: "previews", qos: .utility)
  private let previewNumber = Mutex(0)

  init(source: any TimelineSource, actions: ReaderActions, mailbox: Mailbox, words: Phrasebook) {
    self.source = source
    self.actions = actions
    self.mailbox = mailbox
    work = LongWork(mailbox: mailbox, words: words)
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

  /// Reads ahead what a file would look like, until another one is wanted: it goes over the whole filter.
  private func preview(_ query: TimelineQuery, _ format: String, _ lines: Int) {
    struct Outdated: Error {}
    let number = previewNumber.withLock { number in
      number += 1
      return number
    }
    previews.async { [self] in
      do {
        let glance = try actions.preview(query, format, lines) {
          if previewNumber.withLock({ $0 }) != number { throw Outdated() }
        }
        if let glance { mailbox.post(.exportPreview(glance)) }
      } catch is Outdated {
        mailbox.post(.dropped(.previewExport(query, format: format, lines: lines)))
      } catch {
        mailbox.post(.failed(nil, "\(error)"))
      }
    }
  }

  private func answer(to effect: Effect) throws -> Message? {
    if let answer = try effect.answer(from: source) { return answer }
    switch effect {
    case .readDate(let words, let day): return .date(words, actions.readDate(words, day))
    case .export(let query, let format, let path, let replacing):
      work.start(path) { [actions] progress in
        try actions.export(query, format, path, replacing) { try progress(ProgressLine.text(path, $0)) }
      }
      return nil
    case .previewExport(let query, let format, let lines):
      preview(query, format, lines)
      return nil
    case .stopWork:
      work.stop()
      return nil
    case .edit(let request): return .edited(request, try actions.edit(request))
    case .history: return .history(try actions.history())
    case .openURL(let url): return .done(try actions.openURL(url))
    case .saveFilters(let filters): return .done(try actions.saveFilters(filters))
    default: return nil
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
    case .details: 3
    case .neighbors: 4
    case .find: 5
    case .actors: 6
    case .companions: 7
    case .glance: 8
    case .previewExport: 9
    case .hours: 10
    default: nil
    }
  }

  /// Lower runs first.
  fileprivate var urgency: Int {
    switch self {
    case .page, .find: 0
    case .extend: 1
    case .details: 2
    case .overview: 3
    case .neighbors, .glance: 4
    default: 5
    }
  }
}
