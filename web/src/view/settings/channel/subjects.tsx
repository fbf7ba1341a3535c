import type { Id, Overwrite } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import type { Choice } from "~/ui/SearchMenu";
import { RoleDot } from "../../dialogs/ProfileRoles";

/** Whom an exception is for. */
export interface Subject {
  id: Id;
  kind: "role" | "member";
  name: string;
  color: number;
}

/** The roles and members of a guild as those whom exceptions are for. */
export function createSubjects(app: App, guild: () => Id) {
  const roles = () => app.guilds.roles(guild());
  const role = (id: Id) => roles().find((candidate) => candidate.id === id);
  const nameOf = (id: Id) =>
    id === guild() ? t("common.everyone") : (role(id)?.name ?? app.members.name(guild(), id));
  return {
    nameOf,
    typeOf: (id: Id): Overwrite["type"] => (role(id) ? 0 : 1),
    /** @everyone always, then the roles from the highest, then the members by name. */
    inOrder: (overwrites: readonly Overwrite[]): Subject[] => {
      const has = (id: Id) => overwrites.some((overwrite) => overwrite.id === id);
      const members = overwrites
        .filter((overwrite) => overwrite.type === 1)
        .map(({ id }): Subject => ({ id, kind: "member", name: nameOf(id), color: 0 }))
        .sort((a, b) => a.name.localeCompare(b.name));
      const others = roles().filter((candidate) => candidate.id !== guild() && has(candidate.id));
      return [
        { id: guild(), kind: "role", name: nameOf(guild()), color: 0 },
        ...others.map(
          (candidate): Subject => ({
            id: candidate.id,
            kind: "role",
            name: candidate.name,
            color: candidate.color,
          }),
        ),
        ...members,
      ];
    },
    /** Who has no exception yet. */
    others: (overwrites: readonly Overwrite[]): Choice[] => {
      const free = (id: Id) => id !== guild() && !overwrites.some((overwrite) => overwrite.id === id);
      return [
        ...roles()
          .filter((candidate) => free(candidate.id))
          .map((candidate) => ({
            id: candidate.id,
            label: candidate.name,
            picture: <RoleDot color={candidate.color} />,
          })),
        ...app.members
          .inGuild(guild())
          .filter((member) => free(member.user.id))
          .map(({ user }) => ({
            id: user.id,
            label: nameOf(user.id),
            hint: `@${user.username}`,
            picture: <Avatar id={user.id} name={nameOf(user.id)} size={22} />,
          })),
      ];
    },
  };
}
