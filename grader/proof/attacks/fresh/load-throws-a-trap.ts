// attack: throws, while it is loaded, a proxy whose prototype is asked for by instanceof and that throws undefined there
// expect: score 0
// 8 of 8 points before it was fixed: a check that throws undefined looked like one that throws nothing.
throw new Proxy(
  {},
  {
    getPrototypeOf() {
      throw undefined;
    },
  },
);
export {};
