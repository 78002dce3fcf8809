// attack: C7 lets the compiler include a file: require import, reference path, source map
// expect: score 0
/// <reference path="/etc/passwd" />
import secret = require('/etc/passwd');
export async function downloadAll(): Promise<any> {
  throw new Error(String(secret));
}
//# sourceMappingURL=/etc/passwd
