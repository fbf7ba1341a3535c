/** Set-up, sign-in, registration and the landing page of an invite; which one, the route says. */
export default function Welcome() {
  return <main />;
}
