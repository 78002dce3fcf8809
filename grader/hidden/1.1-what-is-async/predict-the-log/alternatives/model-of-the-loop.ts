// A model of the loop in place of the memory of its rules: the programs, with every await cut into callbacks.

type Callback = () => void;

class Model {
  readonly #words: string[] = [];
  #now = 0;
  #microtasks: Callback[] = [];
  #immediates: Callback[] = [];
  #timers: { at: number; callback: Callback }[] = [];

  log = (...words: string[]): void => {
    this.#words.push(...words);
  };
  micro = (callback: Callback): void => {
    this.#microtasks.push(callback);
  };
  immediate = (callback: Callback): void => {
    this.#immediates.push(callback);
  };
  timer = (ms: number, callback: Callback): void => {
    this.#timers.push({ at: this.#now + Math.max(1, ms), callback });
  };

  run(program: (model: Model) => void): string {
    this.#call(() => program(this));
    while (this.#immediates.length + this.#timers.length > 0) {
      const immediates = this.#immediates;
      this.#immediates = [];
      for (const immediate of immediates) this.#call(immediate);
      this.#timers.sort((a, b) => a.at - b.at);
      const timer = this.#timers.shift();
      if (!timer) continue;
      this.#now = timer.at;
      this.#call(timer.callback);
    }
    return this.#words.join(' ');
  }

  #call(callback: Callback): void {
    callback();
    for (let next = this.#microtasks.shift(); next; next = this.#microtasks.shift()) next();
  }
}

const run = (program: (model: Model) => void): string => new Model().run(program);

export const predictToast = (): string =>
  run(({ log, timer }) => {
    log('bread');
    timer(10, () => log('butter'));
  });

export const predictDoorbell = (): string =>
  run(({ log, timer }) => {
    log('ring');
    timer(0, () => log('open'));
    log('wait');
  });

export const predictTicket = (): string =>
  run(({ log, micro }) => {
    log('write', 'tear');
    micro(() => log('cook'));
    log('next');
  });

export const predictPost = (): string =>
  run(({ log, micro, timer }) => {
    timer(0, () => log('parcel'));
    micro(() => log('letter'));
    log('sort');
  });

export const predictRumour = (): string =>
  run(({ log, micro, timer }) => {
    timer(0, () => log('news'));
    micro(() => {
      log('ann');
      micro(() => {
        log('ben');
        micro(() => log('cleo'));
      });
    });
    micro(() => log('eve'));
  });

export const predictBus = (): string =>
  run(({ log, micro, timer }) => {
    timer(10, () => {
      log('bus');
      micro(() => log('doors'));
    });
    timer(10, () => log('tram'));
  });

export const predictBarista = (): string =>
  run(({ log, micro }) => {
    log('order', 'grind');
    micro(() => log('pour'));
    log('pay');
  });

export const predictTills = (): string =>
  run(({ log, micro }) => {
    const serve = (till: string, customer = 1): void => {
      if (customer > 3) return;
      log(`${till}${customer}`);
      micro(() => serve(till, customer + 1));
    };
    serve('a');
    serve('b');
    log('queue');
  });

export const predictKitchen = (): string =>
  run(({ log, micro }) => {
    const chain = ([word, ...rest]: string[]): void => {
      if (word === undefined) return;
      micro(() => {
        log(word);
        chain(rest);
      });
    };
    chain(['wash', 'cut', 'fry']);
    chain(['mix', 'bake']);
    log('hungry');
  });

export const predictOven = (): string =>
  run(({ log, timer }) => {
    timer(50, () => log('cake'));
    timer(10, () => {
      log('bread');
      timer(10, () => log('crust'));
    });
    timer(10, () => log('rolls'));
  });

export const predictLaundry = (): string =>
  run(({ log, timer }) => {
    timer(10, () => log('lunch'));
    log('load');
    timer(50, () => log('hang'));
    log('read');
  });

export const predictKiosk = (): string =>
  run(({ log, micro, immediate, timer }) => {
    timer(0, () => log('paper'));
    immediate(() => {
      log('coffee');
      micro(() => log('milk'));
    });
    immediate(() => log('cake'));
    micro(() => log('tea'));
    log('hello');
  });

export const predictLock = (): string =>
  run(({ log, micro }) => {
    log('lock');
    micro(() => {
      log('write', 'unlock');
      micro(() => log('saved'));
    });
    log('next');
  });
