// attack: none; Chinese identifiers, emoji in texts, escapes in names, astral letters and combining marks
// expect: passed
const 下载 = (地址: string, 做: (地址: string) => Promise<string>): Promise<string> => 做(地址);
const 표 = { '👩‍💻': 'ok', ñ: 1, 'e\u0301': 2 };
const 𝒳 = 1;
const caf\u00e9 = 2;
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const 文本 = urls.map((地址) => 下载(地址, download));
  if (𝒳 + café !== 3 || 표['👩‍💻'] !== 'ok' || '👩‍💻'.length !== 5) throw new Error('字');
  return Promise.all(文本);
}
