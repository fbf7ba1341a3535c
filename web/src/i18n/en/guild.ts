export const guild = {
  prune: "Clear out",
  pruneTitle: "Remove members who are away?",
  pruneText: "Whoever was not here for this long leaves the community. They can come back by a new invite.",
  pruneDays: "Away for",
  pruneRoles: "Also with these roles",
  pruneCount: {
    one: "{count} member would be removed.",
    other: "{count} members would be removed.",
  },
  pruneNobody: "Nobody would be removed.",
  pruneDone: { one: "{count} member was removed.", other: "{count} members were removed." },
  pruneAction: { one: "Remove {count} member", other: "Remove {count} members" },

  vanity: "Own link",
  vanityText: "An invite that never ends, with a code of your choice.",
  vanityCode: "Code of the link",
  vanityHint: "3 to 25 letters, digits and hyphens. Without a code there is no such link.",
  vanitySaved: "The link was changed.",
  vanityUses: { one: "{count} person came by it.", other: "{count} people came by it." },
  codeTaken: "This code is taken, reserved or not possible.",
};
