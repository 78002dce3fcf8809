// attack: none; a default export beside the named one, renamed exports, types, and an import at the end
// expect: passed
type Download = (url: string) => Promise<string>;
const all = (urls: readonly string[], download: Download): Promise<string[]> => Promise.all(urls.map((url) => download(url)));
export default class {}
export { all as downloadAll, all as 'a name with spaces' };
export type { Download };
export interface Nothing {}
export const later = (): never => todo();
import { todo } from '#course';
