// attack: E6 doubles strings and flattens them
// expect: score 0
export async function downloadAll(): Promise<any> {
  const kept: any[] = [];
  let text = '\u4e2d'.repeat(1e6);
  for (;;) {
    try {
      text += text;
      kept.push(text.toUpperCase(), new TextEncoder().encode(text), structuredClone(text));
    } catch {
      text = text.slice(0, 1e6);
    }
  }
}
