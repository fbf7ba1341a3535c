/** What a browser says when the one device that was asked for is not there (any more). */
const MISSING = new Set(["OverconstrainedError", "NotFoundError", "NotReadableError"]);

/** Opens the chosen device, or whichever there is when that one is gone. */
export async function openDevice(
  chosen: string | undefined,
  ask: (deviceId: { deviceId?: ConstrainDOMString }) => MediaStreamConstraints,
): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  if (!chosen) return mediaDevices.getUserMedia(ask({}));
  try {
    return await mediaDevices.getUserMedia(ask({ deviceId: { exact: chosen } }));
  } catch (refused) {
    if (!(refused instanceof Error && MISSING.has(refused.name))) throw refused;
    return mediaDevices.getUserMedia(ask({}));
  }
}

/** Whether a device is plugged in now. */
export async function isThere(device: string): Promise<boolean> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all.some((one) => one.deviceId === device);
}

/** Tells when something was plugged in or out. Ends with what it returns. */
export function onDevices(changed: () => void) {
  navigator.mediaDevices.addEventListener("devicechange", changed);
  return () => navigator.mediaDevices.removeEventListener("devicechange", changed);
}
