import Timeline

/// A correction in words: `date: 24 Oct 2024`.
struct CorrectionText {
  private let correction: Correction
  private let look: Look

  init(_ correction: Correction, look: Look) {
    self.correction = correction
    self.look = look
  }

  /// What is said, and what to.
  var text: String {
    let name = look.words["correction.\(correction.kind)"]
    return value.isEmpty ? name : "\(name): \(value)"
  }

  private var value: String {
    switch correction {
    case .date(let date): look.label(date).short + (date.expression.map { " (\($0))" } ?? "")
    case .type(let type): look.name(of: type)
    case .status(let status): look.words["status.\(status.rawValue)"]
    case .addActor(let actor): "\(actor.name) (\(look.words["role.\(actor.role.rawValue)"]))"
    case .role(let id, let role): "\(id) \(look.words["role.\(role.rawValue)"])"
    case .removeActor(let id), .merge(let id): id.rawValue
    case .write(let event): event.summary
    case .note(let text), .tag(let text), .untag(let text), .splitName(let text): text
    case .bookmark(let isOn), .read(let isOn): look.words[isOn ? "edit.yes" : "edit.no"]
    case .hide, .split, .join: ""
    }
  }
}
