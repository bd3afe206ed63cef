import Temporal
import Text
import Timeline

extension Actor: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(kind)
    packer.pack(name)
    packer.pack(parent)
    packer.pack(mentions)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      id: try unpacker.value(), kind: try unpacker.value(), name: try unpacker.string(),
      parent: try unpacker.optional(),
      mentions: try unpacker.array())
  }
}

extension ActorMention: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(span)
    packer.pack(text)
    packer.pack(reason)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(span: try unpacker.value(), text: try unpacker.string(), reason: try unpacker.optional())
  }
}

extension Publication: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(day)
    packer.pack(time)
    packer.pack(basis.rawValue)
    packer.pack(evidence)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    let day: CivilDay? = try unpacker.optional()
    let time: ClockTime? = try unpacker.optional()
    guard let basis = PublicationBasis(rawValue: try unpacker.string()) else { throw PackingError() }
    self.init(day: day, time: time, basis: basis, evidence: try unpacker.optional())
  }
}

extension Article: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(title)
    packer.pack(url)
    packer.pack(outlet)
    packer.pack(language.rawValue)
    packer.pack(publication)
    packer.pack(body)
    packer.pack(extra)
    packer.pack(text.bytes)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    let id = try unpacker.string()
    let title: String? = try unpacker.optional()
    let url: String? = try unpacker.optional()
    let outlet: String? = try unpacker.optional()
    let language = LanguageCode(rawValue: try unpacker.string())
    let publication: Publication = try unpacker.value()
    let body: TextSpan = try unpacker.value()
    let extra = try unpacker.raw()
    self.init(
      id: id, title: title, url: url, outlet: outlet, language: language, publication: publication,
      text: SourceText(repairing: try unpacker.raw()), body: body, extra: extra)
  }
}

extension AnnotatedArticle: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(article)
    packer.pack(sentences)
    packer.pack(timexes)
    packer.pack(actors)
    packer.pack(events)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      article: try unpacker.value(), sentences: try unpacker.array(), timexes: try unpacker.array(),
      actors: try unpacker.array(), events: try unpacker.array())
  }
}
