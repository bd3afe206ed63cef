import ArgumentParser

/// `linimasa edit`: corrections by hand, kept apart from what was read.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Corrects events and actors of the library, with a history and undo.",
    discussion: """
      An event is named by its reference, which list gives and of which so much is enough as tells it from others. What \
      was read stays as it is: a correction lies beside it, with who and when, and can be taken back.

      Example: linimasa edit list --search kursk
      """,
    subcommands: [EditListCommand.self] + eventEdits + actorEdits + [
      EditWriteCommand.self, EditUndoCommand.self, EditRedoCommand.self, EditHistoryCommand.self,
      EditExportCommand.self, EditApplyCommand.self,
    ])

  private static let eventEdits: [any ParsableCommand.Type] = [
    EditDateCommand.self, EditConfirmCommand.self, EditTypeCommand.self, EditStatusCommand.self,
    EditAddActorCommand.self, EditRemoveActorCommand.self, EditRoleCommand.self, EditHideCommand.self,
    EditSplitCommand.self, EditJoinCommand.self, EditNoteCommand.self, EditTagCommand.self, EditUntagCommand.self,
    EditBookmarkCommand.self, EditReadCommand.self,
  ]
  private static let actorEdits: [any ParsableCommand.Type] = [EditMergeCommand.self, EditSplitNameCommand.self]
}
