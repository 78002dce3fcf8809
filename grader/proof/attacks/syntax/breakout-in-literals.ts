// attack: texts, templates, expressions and comments that contain the end of the wrapper
// expect: score 0
const texts = ['})', "\n})\n//# sourceURL=evil.ts", `})${'})'}`, String.raw`\u007d)`, /\}\)/.source];
/* }) */ // })
export async function downloadAll(): Promise<any> {
  throw new Error(texts.join());
}
