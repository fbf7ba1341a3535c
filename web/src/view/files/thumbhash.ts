const known = new Map<string, string>();

/** The blurred picture of a placeholder (https://evanw.github.io/thumbhash/) as a CSS image; undefined when there is none. */
export function thumbHashUrl(placeholder: string | undefined): string | undefined {
  if (!placeholder) return undefined;
  let url = known.get(placeholder);
  if (!url) {
    url = draw(placeholder);
    if (known.size > 500) known.clear();
    known.set(placeholder, url);
  }
  return url || undefined;
}

function draw(placeholder: string): string {
  try {
    const hash = Uint8Array.from(atob(placeholder), (c) => c.charCodeAt(0));
    const { width, height, rgba } = decode(hash);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    context?.putImageData(new ImageData(rgba, width, height), 0, 0);
    return `url(${canvas.toDataURL()})`;
  } catch {
    return "";
  }
}

/** The hash read backwards: cosines of lightness, of yellow against blue and red against green, and of transparency. */
export function decode(hash: Uint8Array) {
  const byte = (at: number) => hash[at] ?? 0;
  const head = byte(0) | (byte(1) << 8) | (byte(2) << 16);
  const tail = byte(3) | (byte(4) << 8);
  const constant = {
    l: (head & 63) / 63,
    p: ((head >> 6) & 63) / 31.5 - 1,
    q: ((head >> 12) & 63) / 31.5 - 1,
  };
  const alpha = head >> 23;
  const wide = tail >> 15;
  const across = Math.max(3, wide ? (alpha ? 5 : 7) : tail & 7);
  const down = Math.max(3, wide ? tail & 7 : alpha ? 5 : 7);
  const a = alpha ? { constant: (byte(5) & 15) / 15, scale: (byte(5) >> 4) / 15 } : { constant: 1, scale: 1 };
  let at = alpha ? 12 : 10;
  const plane = (nx: number, ny: number, scale: number) => {
    const values: number[] = [];
    for (let cy = 0; cy < ny; cy++)
      for (let cx = cy ? 0 : 1; cx * ny < nx * (ny - cy); cx++, at++)
        values.push((((byte(at >> 1) >> ((at & 1) << 2)) & 15) / 7.5 - 1) * scale);
    return values;
  };
  const l = plane(across, down, ((head >> 18) & 31) / 31);
  const p = plane(3, 3, (((tail >> 3) & 63) / 63) * 1.25);
  const q = plane(3, 3, (((tail >> 9) & 63) / 63) * 1.25);
  const as = alpha ? plane(5, 5, a.scale) : [];
  const ratio = across / down;
  const width = Math.round(ratio > 1 ? 32 : 32 * ratio);
  const height = Math.round(ratio > 1 ? 32 / ratio : 32);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const sum = (values: number[], nx: number, ny: number, from: number) => {
        let total = from;
        for (let cy = 0, j = 0; cy < ny; cy++)
          for (let cx = cy ? 0 : 1; cx * ny < nx * (ny - cy); cx++, j++)
            total +=
              (values[j] ?? 0) *
              2 *
              Math.cos((Math.PI / width) * (x + 0.5) * cx) *
              Math.cos((Math.PI / height) * (y + 0.5) * cy);
        return total;
      };
      const light = sum(l, across, down, constant.l);
      const yellow = sum(p, 3, 3, constant.p);
      const red = sum(q, 3, 3, constant.q);
      const blue = light - (2 / 3) * yellow;
      const r = (3 * light - blue + red) / 2;
      rgba.set([255 * r, 255 * (r - red), 255 * blue, 255 * sum(as, 5, 5, a.constant)], i);
    }
  return { width, height, rgba };
}
