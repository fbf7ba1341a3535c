/** A picture cut to the middle in the wanted shape and made small enough to send inside of JSON. Moving ones stay as they are. */
export async function cropped(file: File, width: number, height: number, zoom = 1): Promise<string> {
  if (file.type === "image/gif") return dataUri(file);
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.max(width / picture.width, height / picture.height) * zoom;
  const across = width / scale;
  const down = height / scale;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  context?.drawImage(
    picture,
    (picture.width - across) / 2,
    (picture.height - down) / 2,
    across,
    down,
    0,
    0,
    width,
    height,
  );
  picture.close();
  const kind = file.type === "image/jpeg" ? "image/jpeg" : "image/png";
  return canvas.toDataURL(kind, 0.9);
}

function dataUri(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
