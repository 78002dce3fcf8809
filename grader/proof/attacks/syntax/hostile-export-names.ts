// attack: exports under names that contain code, escapes and ends of lines
// expect: score 0
const wrong = async (): Promise<any> => 'wrong';
export { wrong as '",()=>0);globalThis.x=1;//', wrong as "\u2028\u2029\n'`${1}", wrong as downloadAll };
