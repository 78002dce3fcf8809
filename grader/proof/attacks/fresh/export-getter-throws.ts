// attack: registers an export of its own whose reading throws undefined in the check
// expect: score 0
declare const $export: any;
for (const name of ['$export', '$export_', '$export__']) void name;
try {
  $export('downloadAll', () => {
    throw undefined;
  });
} catch {}
export const other = 1;
