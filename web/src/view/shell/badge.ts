const SIZE = 64;

/** The page's own icon with the number of what calls; without any, the icon as it is. */
export function makeBadge() {
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  const plain = link?.getAttribute("href") ?? "/icon.svg";
  const picture = new Image(SIZE, SIZE);
  let shown = 0;
  const draw = () => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE;
    const pen = canvas.getContext("2d");
    if (!link || !pen) return;
    pen.drawImage(picture, 0, 0, SIZE, SIZE);
    pen.fillStyle = "#d6373f";
    pen.beginPath();
    pen.arc(SIZE - 20, SIZE - 20, 20, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = "#fff";
    pen.font = `700 ${shown > 9 ? 24 : 30}px sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(shown > 99 ? "99" : String(shown), SIZE - 20, SIZE - 18);
    link.type = "image/png";
    link.href = canvas.toDataURL("image/png");
  };
  return (count: number) => {
    if (!link || count === shown) return;
    shown = count;
    if (count === 0) {
      link.type = "image/svg+xml";
      link.href = plain;
    } else if (picture.complete && picture.src) draw();
    else {
      picture.onload = () => shown > 0 && draw();
      picture.src = plain;
    }
  };
}
