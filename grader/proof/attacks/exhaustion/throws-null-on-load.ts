// attack: E15 throws null while it is loaded
// expect: score 0
throw null;
export {};
