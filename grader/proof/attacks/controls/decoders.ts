// attack: none; text decoders of several encodings, streaming, fatal, subclassed and inspected
// expect: passed
class Reader extends TextDecoder {
  read(bytes: Uint8Array): string {
    return this.decode(bytes, { stream: true }) + this.decode();
  }
}
const same = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const wide = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const decoders = [new TextDecoder(), new TextDecoder('latin1'), new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })];
  const all = [...decoders.map((decoder) => decoder.decode(bytes)), new Reader().read(bytes), new TextDecoder('utf-16le').decode(wide)];
  if (new Set(all).size !== 1 || all[0] !== text) throw new Error(`decoded differently: ${all}`);
  return all[0] as string;
};
const reader = new Reader('utf-8', { fatal: true });
if (!(reader instanceof TextDecoder) || reader.encoding !== 'utf-8' || !reader.fatal || reader.ignoreBOM) throw new Error('not a decoder');
if (Object.prototype.toString.call(reader) !== '[object TextDecoder]' || TextDecoder.name !== 'TextDecoder') throw new Error('no name');
let refused: any;
try {
  reader.decode(new Uint8Array([255]));
} catch (error) {
  refused = error;
}
if (!(refused instanceof TypeError) || (refused as any).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw refused;
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const texts = await Promise.all(urls.map(download));
  return texts.map(same);
}
