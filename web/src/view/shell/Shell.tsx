/** The page of somebody who is signed in: rail, channels, conversation, members. */
export default function Shell() {
  return <main />;
}
