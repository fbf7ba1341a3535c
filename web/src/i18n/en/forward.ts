export const forward = {
  forward: "Forward",
  title: "Forward to",
  done: "Forwarded",
  nowhere: "No channel fits.",
  forwarded: "Forwarded",
  follow: "Follow this channel",
  followTitle: "Where shall the announcements appear?",
  followed: "The channel follows from now on",
  publish: "Publish",
  published: "Published to all who follow",
  follows: "has this channel follow",
} as const;
