import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { testLab } from './test-world.ts';

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('an operation takes its time, resolves with what it returns, and leaves a span', async () => {
  const { lab } = testLab();
  const get = lab.operation('GET /a', { takes: 100, returns: 'text' });
  const result = await lab.run(() => get('argument', 1));
  expect([result.value, result.at]).toEqual(['text', 100]);
  expect(lab.trace.spans).toEqual([
    {
      id: 0,
      name: 'GET /a',
      kind: 'operation',
      args: ['argument', 1],
      start: 0,
      turn: 0,
      end: 100,
      status: 'ok',
    },
  ]);
});

test('name, takes, returns and fails may be functions of the arguments', async () => {
  const { lab } = testLab();
  const get = lab.operation<[string, number], string>((url) => `GET ${url}`, {
    takes: (_, ms) => ms,
    returns: (url) => `text of ${url}`,
    fails: (url) => url === '/c' && new Error('404'),
  });
  const result = await lab.run(() =>
    Promise.allSettled([get('/a', 30), get('/b', 10), get('/c', 20)]),
  );
  expect(result.value).toMatchObject([
    { value: 'text of /a' },
    { value: 'text of /b' },
    { reason: { message: '404' } },
  ]);
  expect(lab.trace.spans.map(({ name, end, status }) => [name, end, status])).toEqual([
    ['GET /a', 30, 'ok'],
    ['GET /b', 10, 'ok'],
    ['GET /c', 20, 'failed'],
  ]);
});

test('fails is asked when the reply is due; undefined and false are no failure', async () => {
  const { lab } = testLab();
  let failure: Error | false | undefined;
  const get = lab.operation('GET', { takes: 10, fails: () => failure, returns: 'text' });
  expect((await lab.run(() => get())).value).toBe('text');
  failure = false;
  expect((await lab.run(() => get())).value).toBe('text');
  failure = new Error('too late to matter at the call');
  expect((await lab.run(() => get())).untrusted).toBe(failure);
});

test('it rejects with the very error, also when that is a constant', async () => {
  const { lab } = testLab();
  const error = new Error('503');
  const result = await lab.run(lab.operation('GET', { takes: 10, fails: error }));
  expect(result.untrusted).toBe(error);
});

describe('an effect', () => {
  test('takes place when the time is up, and its result is the reply', async () => {
    const { lab } = testLab();
    let seenAt = -1;
    const write = lab.operation<[string], string>('write', {
      takes: 10,
      effect: (text) => {
        seenAt = lab.now;
        return `stored ${text}`;
      },
    });
    const result = await lab.run(() => write('a'));
    expect([seenAt, result.at, result.value]).toEqual([10, 10, 'stored a']);
  });

  test('has two delays: before it takes place, and before its reply', async () => {
    const { lab } = testLab();
    let stored = 1;
    const read = lab.operation('read', { takes: [10, 20], effect: () => stored });
    const result = await lab.run(async () => {
      const reading = read();
      await lab.at(15);
      stored = 2;
      return reading;
    });
    expect([result.value, result.at]).toEqual([1, 30]);
    expect(lab.trace.spans[0]).toMatchObject({ start: 0, end: 30 });
  });

  test('stays when the operation fails or is aborted on the way back', async () => {
    const { lab } = testLab();
    let stored = 0;
    const write = lab.operation<[AbortSignal?]>('write', {
      takes: [10, 20],
      effect: () => {
        stored += 1;
      },
      fails: (signal) => !signal && new Error('reply lost'),
    });
    expect((await lab.run(() => write())).status).toBe('rejected');
    const controller = new AbortController();
    void lab.abortAt(lab.now + 15, controller);
    const result = await lab.run(() => write(controller.signal));
    expect([result.status, stored, lab.now]).toEqual(['rejected', 2, 45]);
  });

  test('does not take place when the abort comes before it', async () => {
    const { lab } = testLab();
    let stored = 0;
    const write = lab.operation<[AbortSignal]>('write', { takes: 10, effect: () => (stored += 1) });
    const controller = new AbortController();
    void lab.abortAt(5, controller);
    await lab.run(() => write(controller.signal));
    expect(stored).toBe(0);
  });
});

describe('an abort', () => {
  test.for([
    ['as an argument', (signal: AbortSignal) => ['/a', signal]],
    ['in an options object', (signal: AbortSignal) => ['/a', { signal }]],
  ] as const)('by a signal %s ends it at once, with the reason itself', async ([, argsWith]) => {
    const { lab } = testLab();
    const reason = { any: 'value' };
    const controller = new AbortController();
    const get = lab.operation('GET', { takes: 100 });
    void lab.abortAt(40, controller, reason);
    const result = await lab.run(() => get(...argsWith(controller.signal)));
    expect([result.untrusted, result.at]).toEqual([reason, 40]);
    expect(lab.trace.spans[0]).toMatchObject({ end: 40, status: 'aborted' });
    expect(lab.now).toBe(40);
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test('before the call: it rejects at once and takes no time', async () => {
    const { lab } = testLab();
    let asked = 0;
    const get = lab.operation<[AbortSignal]>('GET', { takes: () => (asked += 1) });
    const result = await lab.run(() => get(AbortSignal.abort('early')));
    expect([result.untrusted, result.at, asked]).toEqual(['early', 0, 0]);
    expect(lab.trace.spans[0]).toMatchObject({ start: 0, end: 0, status: 'aborted' });
  });

  test('after the end changes nothing, and no listener waits for it', async () => {
    const { lab } = testLab();
    const controller = new AbortController();
    const get = lab.operation<[AbortSignal, boolean]>('GET', {
      takes: 10,
      fails: (_, fails) => fails && new Error('503'),
    });
    await lab.run(() =>
      Promise.allSettled([get(controller.signal, true), get(controller.signal, false)]),
    );
    expect(listenersOf(controller.signal)).toBe(0);
    controller.abort();
    expect(lab.trace.spans.map(({ status }) => status)).toEqual(['failed', 'ok']);
  });

  test('is seen through the methods of the platform, not those that a signal carries', async () => {
    const { lab } = testLab();
    const controller = new AbortController();
    Object.defineProperties(controller.signal, {
      aborted: { value: true },
      reason: { get: () => 'forged' },
      addEventListener: { value: () => 'nothing' },
    });
    const get = lab.operation('GET', { takes: 100 });
    void lab.abortAt(40, controller, 'real');
    const result = await lab.run(() => get(controller.signal));
    expect([result.untrusted, result.at]).toEqual(['real', 40]);
  });
});

test('something that only looks like a signal is an ordinary argument', async () => {
  const { lab } = testLab();
  const get = lab.operation('GET', { takes: 10 });
  const result = await lab.run(() => get({ signal: { aborted: true } }, null, { aborted: true }));
  expect([result.status, result.at]).toEqual(['fulfilled', 10]);
});

test('arguments are copied before anything reads them', async () => {
  const { lab } = testLab();
  const seen: unknown[] = [];
  let reads = 0;
  const untrusted = {
    get text() {
      reads += 1;
      return `read ${reads}`;
    },
  };
  const put = lab.operation<[unknown]>(
    (arg) => {
      seen.push(arg);
      return 'put';
    },
    {
      takes: (arg) => seen.push(arg),
      effect: (arg) => {
        seen.push(arg);
      },
    },
  );
  await lab.run(() => put(untrusted));
  expect(seen).toEqual([{ text: 'read 1' }, { text: 'read 1' }, { text: 'read 1' }]);
  expect([reads, lab.trace.spans[0]?.args]).toEqual([1, [{ text: 'read 1' }]]);
});

test('an argument that cannot be copied rejects the call and leaves no span', async () => {
  const { lab } = testLab();
  const get = lab.operation('GET', { takes: 10 });
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const result = await lab.run(() => get(cyclic));
  expect(result.error?.name).toBe('NotPlain');
  expect(lab.trace.spans).toEqual([]);
});
