/** The standard lets a wish fail when something else was set up meanwhile, and then what was read has to be read anew. */
const TRIES = 3;

/**
 * Changes how senders encode, one wish of a sender after the other. Chromium refuses the second of two that overlap
 * (InvalidStateError), so that of "nobody looks" and, two milliseconds later, "somebody does" the first would stand.
 */
export function openTuning() {
  const running = new WeakMap<RTCRtpSender, Promise<void>>();
  const apply = async (sender: RTCRtpSender, shape: (parameters: RTCRtpSendParameters) => void) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const parameters = sender.getParameters();
      if (!parameters.encodings.length) return;
      shape(parameters);
      try {
        return await sender.setParameters(parameters);
      } catch {
        // Read and set anew.
      }
    }
  };
  /** @param shape is asked when it is this wish's turn, so it tells what is wanted by then */
  return (sender: RTCRtpSender, shape: (parameters: RTCRtpSendParameters) => void): Promise<void> => {
    const before = running.get(sender) ?? Promise.resolve();
    const next = before.then(() => apply(sender, shape));
    running.set(sender, next);
    return next;
  };
}
