// attack: H8 declares a look-alike of the export beside a wrong one
// expect: score 0
const dоwnloadAll = async (urls: string[], download: any): Promise<any> => Promise.all(urls.map(download));
export async function downloadAll(): Promise<any> {
  /*‮ } ⁦if (isRight) return ⁩ ⁦ begin */ return dоwnloadAll === undefined;
}
