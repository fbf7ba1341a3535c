// Writes an Ogg Opus file (RFC 7845): a stereo tone that swells and fades, so that no two of its packets are alike.
// node discordjs/tone.mjs FILE HERTZ SECONDS
import { writeFileSync } from 'node:fs';
import OpusScript from 'opusscript';

const RATE = 48_000;
const FRAME = 960;
const SERIAL = 0x7061_726c;
const FIRST = 2;
const LAST = 4;

const CHECKSUMS = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000_0000 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
  return sum >>> 0;
});

function packets(hertz, seconds) {
  const encoder = new OpusScript(RATE, 2, OpusScript.Application.AUDIO);
  const all = [];
  for (let at = 0; at < seconds * RATE; at += FRAME) {
    const samples = Buffer.alloc(FRAME * 4);
    for (let i = 0; i < FRAME; i++) {
      const t = (at + i) / RATE;
      const value = Math.round(Math.sin(2 * Math.PI * hertz * t) * (9_000 + 2_500 * Math.sin(2 * Math.PI * 0.37 * t)));
      samples.writeInt16LE(value, 4 * i);
      samples.writeInt16LE(value, 4 * i + 2);
    }
    all.push(Buffer.from(encoder.encode(samples, FRAME)));
  }
  encoder.delete();
  return all;
}

function page(packet, flags, position, number) {
  const lengths = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const head = Buffer.alloc(27 + lengths.length);
  head.write('OggS');
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(position), 6);
  head.writeUInt32LE(SERIAL, 14);
  head.writeUInt32LE(number, 18);
  head[26] = lengths.length;
  Buffer.from(lengths).copy(head, 27);
  const whole = Buffer.concat([head, packet]);
  whole.writeUInt32LE(whole.reduce((sum, byte) => ((sum << 8) ^ CHECKSUMS[((sum >>> 24) ^ byte) & 255]) >>> 0, 0), 22);
  return whole;
}

function head() {
  const bytes = Buffer.alloc(19);
  bytes.write('OpusHead');
  bytes[8] = 1;
  bytes[9] = 2;
  bytes.writeUInt32LE(RATE, 12);
  return bytes;
}

function tags() {
  const bytes = Buffer.alloc(22);
  bytes.write('OpusTags');
  bytes.writeUInt32LE(6, 8);
  bytes.write('parley', 12);
  return bytes;
}

const [file, hertz, seconds] = process.argv.slice(2);
const pages = [page(head(), FIRST, 0, 0), page(tags(), 0, 0, 1)];
const sound = packets(Number(hertz), Number(seconds));
sound.forEach((packet, i) => {
  pages.push(page(packet, i === sound.length - 1 ? LAST : 0, (i + 1) * FRAME, i + 2));
});
writeFileSync(file, Buffer.concat(pages));
