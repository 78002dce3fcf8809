// attack: throws an ordinary object whose prototype is a hostile proxy, for walks that only look at the object itself
// expect: score 0
const hostile = () => {
  throw undefined;
};
throw Object.create(new Proxy({}, { getPrototypeOf: hostile, get: hostile, has: hostile }));
export {};
