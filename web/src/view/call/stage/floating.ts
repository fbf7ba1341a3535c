/** Whether a stream is in the small window now. */
export const isFloating = (stream: MediaStream | undefined) =>
  stream !== undefined &&
  document.pictureInPictureElement instanceof HTMLVideoElement &&
  document.pictureInPictureElement.srcObject === stream;

/**
 * Shows a stream in a small window of its own that stays while one is elsewhere in the client or in another program. It has an element
 * of its own, since a window whose element leaves the page is closed.
 */
export async function floatVideo(stream: MediaStream): Promise<void> {
  const video = document.createElement("video");
  video.muted = true;
  video.srcObject = stream;
  video.setAttribute("aria-hidden", "true");
  video.style.cssText = "position:fixed;inset-block-end:0;width:1px;height:1px;opacity:0;pointer-events:none";
  document.body.append(video);
  const remove = () => {
    video.srcObject = null;
    video.remove();
  };
  video.addEventListener("leavepictureinpicture", remove);
  for (const track of stream.getTracks()) track.addEventListener("ended", () => video.remove());
  try {
    await video.play();
    await video.requestPictureInPicture();
  } catch {
    remove();
  }
}
