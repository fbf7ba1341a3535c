/** Whatever app.overlays has open: settings, dialogs, the palette. */
export default function Overlays() {
  return <div />;
}
