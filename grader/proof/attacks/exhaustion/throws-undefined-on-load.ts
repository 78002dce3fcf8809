// attack: E15 throws undefined while it is loaded
// expect: score 0
throw undefined;
export {};
