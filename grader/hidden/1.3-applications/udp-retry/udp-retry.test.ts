import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/udp-retry/udp-retry.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('udp-retry');

type Datagram = Solution.Datagram;

/** What the network does with one datagram that is sent: nothing, or replies after so many ms each; 0 is during `send`. */
type Fate = number[];

/** A socket whose network decides the fate of each datagram: `fate(text, attempt)`, attempts counted from 1. */
function network(lab: Lab, fate: (text: string, attempt: number) => Fate) {
  const sent: (Datagram & { at: number })[] = [];
  const whole: unknown[] = [];
  const attempts = new Map<string, number>();
  const handlers: ((datagram: Datagram) => void)[] = [];
  const receive = (datagram: Datagram): void => {
    for (const handler of handlers) handler({ ...datagram });
  };
  const reply = lab.operation<[string, number], void>((text) => `reply to ${text}`, {
    takes: (_, ms) => ms,
  });
  const socket = {
    send(datagram: Datagram): void {
      const { id, text } = datagram;
      lab.trace.mark(lab.now, `send ${text}`);
      sent.push({ id, text, at: lab.now });
      whole.push({ ...datagram });
      const attempt = (attempts.get(text) ?? 0) + 1;
      attempts.set(text, attempt);
      for (const ms of fate(text, attempt)) {
        const answer = { id, text: `${text} 21` };
        if (ms === 0) receive(answer);
        else void reply(text, ms).then(() => receive(answer));
      }
    },
    onMessage(handler: (datagram: Datagram) => void): void {
      handlers.push(handler);
    },
  };
  return {
    socket,
    times: (text: string) => sent.filter((one) => one.text === text).map(({ at }) => at),
    sentIds: () => sent.map(({ id }) => id),
    /** All that was sent, as it was. */
    datagrams: () => whole,
    ids: (text: string) => sent.filter((one) => one.text === text).map(({ id }) => id),
    /** Lets a datagram of the check's own arrive. */
    deliver: (datagram: Datagram) => receive(datagram),
  };
}

const PATIENCE = { firstWaitMs: 100, attempts: 4 };

/** The attempts of a request were sent at these times; `since` is when the client was made. */
function claimSent(
  net: ReturnType<typeof network>,
  text: string,
  expected: readonly number[],
  why: string,
  since = 0,
): void {
  const found = net.times(text).map((at) => at - since);
  claim(
    found.join() === expected.join(),
    `"${text}" was sent at [${found.join(', ')}] ms, expected at [${expected.join(', ')}] ms: ${why}.`,
  );
}

test('an answer is there when its reply is, and then all is quiet', { weight: 2 }, async (t) => {
  const ms = t.lab.random.int(20, 80);
  const net = network(t.lab, () => [ms]);
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, PATIENCE)('north'));
  t.expect(answer).toFulfil('north 21', 'this is the text of the reply');
  t.expect(answer).toFinishAt(ms, 'the reply was there at that moment');
  t.expect(t.lab).toLeaveNothingBehind(
    'clear the timer of the next attempt when the reply arrives',
  );
  claimSent(net, 'north', [0], 'after a reply nothing needs to be sent again');

  const mute = network(t.lab, () => []);
  const nothing = await t.lab.run(async () => {
    const asked = t.submission.createClient(mute.socket, PATIENCE)('south');
    await t.lab.at(t.lab.now + 20);
    mute.deliver({ id: mute.ids('south')[0] as number, text: '' });
    return asked;
  });
  t.expect(nothing).toFulfil('', 'the text of the reply was empty, and that is a reply as well');
});

test('a reply can arrive while the datagram is still being sent', async (t) => {
  const net = network(t.lab, () => [0]);
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, PATIENCE)('north'));
  t.expect(answer).toFulfil('north 21', 'the reply arrived before send() had returned');
  t.expect(answer).toFinishAt(
    0,
    'the reply arrived before send() had returned: be ready for it before you send',
  );
  t.expect(t.lab).toLeaveNothingBehind(
    'the reply arrived before send() had returned, and what is armed after that is cleared by nobody; arm the timer first, or look whether there is still something to wait for',
  );
  claimSent(net, 'north', [0], 'after a reply nothing needs to be sent again');

  const later = network(t.lab, (_, attempt) => (attempt === 2 ? [0] : []));
  const begun = t.lab.now;
  const second = await t.lab.run(() => t.submission.createClient(later.socket, PATIENCE)('south'), {
    mayHang: true,
  });
  claimSent(later, 'south', [0, 100], 'the first attempt had no reply, the second had one', begun);
  t.expect(second).toFinishAt(
    begun + 100,
    'the second attempt was answered before send() returned',
  );
  t.expect(t.lab).toLeaveNothingBehind(
    'the second attempt was answered before send() had returned; every attempt, not only the first, must be ready for that',
  );
});

test('a request without a reply is sent again, after waits that double', {
  weight: 2,
}, async (t) => {
  const firstWaitMs = t.lab.random.int(50, 90);
  const net = network(t.lab, (_, attempt) => (attempt === 4 ? [10] : []));
  const patience = { firstWaitMs, attempts: 4 };
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, patience)('north'), {
    mayHang: true,
  });
  claimSent(
    net,
    'north',
    [0, firstWaitMs, firstWaitMs * 3, firstWaitMs * 7],
    `nobody replied to the first three attempts; the first wait is ${firstWaitMs} ms, and each one is twice as long as the one before`,
  );
  t.expect(answer).toFulfil('north 21', 'the fourth attempt was answered');

  const far = network(t.lab, (_, attempt) => (attempt === 5 ? [10] : []));
  const slow = { firstWaitMs: 10_000, attempts: 5 };
  const begun = t.lab.now;
  await t.lab.run(() => t.submission.createClient(far.socket, slow)('south'));
  claimSent(
    far,
    'south',
    [0, 10_000, 30_000, 70_000, 150_000],
    'with a first wait of 10 s the waits double as well: there is no upper limit',
    begun,
  );
});

test('it gives up when the wait after the last attempt is over', { weight: 2 }, async (t) => {
  const net = network(t.lab, () => []);
  const patience = { firstWaitMs: 100, attempts: 3 };
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, patience)('north'), {
    mayHang: true,
  });
  claim(
    answer.status !== 'pending',
    'Nobody answered, and your promise is pending for ever: when all the attempts have had their wait, give up and reject.',
  );
  claim(
    answer.status === 'rejected' && answer.error?.name === 'TimeoutError',
    `Nobody answered, and your promise ${answer.status === 'rejected' ? `rejected with "${answer.error?.name}"` : 'resolved'}; expected a rejection with an Error whose name is "TimeoutError".`,
  );
  claim(
    answer.untrusted instanceof Error,
    'Nobody answered, and your promise rejected with something that has the name "TimeoutError" and is no Error: it has no stack. Reject with an Error.',
  );
  t.expect(answer).toFinishAt(
    700,
    'the last of the three attempts deserves a wait as well, of 400 ms after 100 and 200',
  );
  claimSent(net, 'north', [0, 100, 300], 'three attempts were allowed');
});

test('a reply counts, whichever attempt it answers', { weight: 2 }, async (t) => {
  const net = network(t.lab, (_, attempt) => (attempt === 1 ? [250] : []));
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, PATIENCE)('north'));
  const [first, second] = net.ids('north');
  claim(
    second === undefined || first === second,
    `The second attempt was sent with the id ${second}, the first with ${first}: it is the same request, so send the same datagram, and a reply to either counts.`,
  );
  t.expect(answer).toFulfil('north 21', 'the reply to the first attempt was only late');
  t.expect(answer).toFinishAt(250, 'it arrived while the second attempt was waiting for its own');
  claimSent(
    net,
    'north',
    [0, 100],
    'the reply to the first attempt came at 250 ms: after the second one, and before the third',
  );
  const [one, two] = net.datagrams();
  t.expect(two).toEqual(
    one,
    'the second attempt must send the same datagram as the first, nothing more and nothing less',
  );
});

test('a reply that comes twice, or after the client has given up, changes nothing', async (t) => {
  const fates: Record<string, Fate> = { north: [30, 60], south: [2_000], west: [200], east: [] };
  const net = network(t.lab, (text) => fates[text] as Fate);
  const ask = t.submission.createClient(net.socket, { firstWaitMs: 100, attempts: 2 });
  const tracked: Record<string, Tracked> = {};
  const answers = await t.lab.run(async () => {
    const follow = (text: string): Tracked => {
      tracked[text] = t.lab.track(ask(text));
      return tracked[text];
    };
    await follow('north').done;
    await follow('south').done;
    await t.lab.at(2_000);
    await follow('west').done;
    await t.lab.at(3_000);
    const east = follow('east');
    await t.lab.at(3_020);
    const [id] = net.ids('east') as [number];
    net.deliver({ id, text: 'east 21' });
    net.deliver({ id, text: 'east 22' });
    await east.done;
  });
  claim(
    answers.status === 'fulfilled',
    `A reply that nobody waits for made your code fail with "${answers.error?.message}"; ignore it.`,
  );
  for (const [text, before, strays] of [
    ['south', 'north', 'the doubled reply to "north"'],
    ['west', 'south', 'the late reply to "south"'],
  ] as const) {
    const { value } = tracked[text] as Tracked;
    const again = net.ids(text)[0] === net.ids(before)[0];
    claim(
      value === undefined || value === `${text} 21`,
      `"${text}" was answered with "${value}": that is ${strays}. ${again ? 'You gave its id to the next question; use a new id for every question' : 'Go by the id of the reply'}.`,
    );
  }
  t.expect(tracked.east as Tracked).toFulfil(
    'east 21',
    'two different replies arrived one right after the other, and the first one counts',
  );
});

test('a datagram with an id that nobody has asked for is ignored', async (t) => {
  const net = network(t.lab, () => [50]);
  const ask = t.submission.createClient(net.socket, PATIENCE);
  const answer = await t.lab.run(async () => {
    const asked = ask('north');
    await t.lab.at(20);
    net.deliver({ id: 987_654, text: 'forged' });
    return asked;
  });
  t.expect(answer).toFulfil('north 21', 'a stray datagram must not be taken for the reply');
});

test('every request has an id of its own, and gets its own reply', { weight: 2 }, async (t) => {
  const ms: Record<string, number> = { north: 90, south: 60, west: 30 };
  const net = network(t.lab, (text) => [ms[text] ?? 0]);
  const ask = t.submission.createClient(net.socket, PATIENCE);
  const answers = await t.lab.run(() =>
    Promise.all(['north', 'south', 'west'].map((text) => ask(text))),
  );
  t.expect(answers).toFulfil(
    ['north 21', 'south 21', 'west 21'],
    'the replies came in another order; their ids tell whose they are',
  );
  t.expect(t.lab).toLeaveNothingBehind(
    'all three had their replies before the first wait was over: every request has a timer, and its reply clears it',
  );

  const twice = network(t.lab, () => []);
  const askTwice = t.submission.createClient(twice.socket, PATIENCE);
  const same = await t.lab.run(async () => {
    const asked = Promise.all([askTwice('north'), askTwice('north')]);
    await t.lab.at(t.lab.now + 20);
    const [first, second] = twice.sentIds();
    claim(
      second !== undefined && first !== second,
      `"north" was asked twice, and ${second === undefined ? 'one datagram was' : 'two datagrams with the same id were'} sent: the same words are still two requests, each with an id of its own.`,
    );
    twice.deliver({ id: second as number, text: '22' });
    twice.deliver({ id: first as number, text: '21' });
    return asked;
  });
  t.expect(same).toFulfil(['21', '22'], 'two requests with the same text have a reply each');

  const quick = network(t.lab, () => [0]);
  const askQuickly = t.submission.createClient(quick.socket, PATIENCE);
  await t.lab.run(async () => {
    for (const text of ['north', 'south', 'west']) await askQuickly(text);
  });
  const used = quick.sentIds();
  claim(
    new Set(used).size === 3,
    `Three questions were asked in the same millisecond, each after the answer to the one before, with the ids [${used}]: an id is never used again, or a doubled reply to the first question answers the next.`,
  );

  const many = Array.from({ length: 600 }, (_, i) => `field ${i + 1}`);
  const mute = network(t.lab, () => []);
  const askMany = t.submission.createClient(mute.socket, PATIENCE);
  const all = await t.lab.run(async () => {
    const asked = Promise.all(many.map((text) => askMany(text)));
    asked.catch(() => {});
    await t.lab.at(t.lab.now + 20);
    t.lab.trace.marks.length = 0;
    const ids = mute.sentIds();
    const different = new Set(ids).size;
    claim(
      different === 600,
      `600 questions were asked at once, and they had ${different} different ids: no two may be the same, so count.`,
    );
    for (const [i, id] of ids.entries()) mute.deliver({ id, text: `${many[i]} 21` });
    return asked;
  });
  t.expect(all).toFulfil(
    many.map((text) => `${text} 21`),
    '600 questions were open at the same time',
  );
});

test('a request that gets its reply does not touch the timers of another', async (t) => {
  const net = network(t.lab, (text, attempt) => (text === 'south' && attempt < 3 ? [] : [40]));
  const ask = t.submission.createClient(net.socket, PATIENCE);
  const answers = await t.lab.run(() => Promise.all([ask('north'), ask('south'), ask('west')]), {
    mayHang: true,
  });
  claimSent(
    net,
    'south',
    [0, 100, 300],
    '"north" and "west" had their replies at 40 ms, and "south" had none; a reply ends the waits of its own request alone',
  );
  t.expect(answers).toFulfil(
    ['north 21', 'south 21', 'west 21'],
    'all three were answered in the end',
  );

  const mute = network(t.lab, (_, attempt) => (attempt === 3 ? [10] : []));
  const askLater = t.submission.createClient(mute.socket, PATIENCE);
  const begun = t.lab.now;
  await t.lab.run(async () => {
    const west = askLater('west');
    await t.lab.at(begun + 50);
    return Promise.all([west, askLater('east')]);
  });
  for (const [text, expected, asked] of [
    ['west', [0, 100, 300], 0],
    ['east', [50, 150, 350], 50],
  ] as const) {
    claimSent(
      mute,
      text,
      expected,
      `it was asked at ${asked} ms, and another question at ${50 - asked} ms: each has waits of its own`,
      begun,
    );
  }
});

test('two clients on two sockets have nothing to do with each other', async (t) => {
  const nets = [network(t.lab, () => [60]), network(t.lab, () => [30])] as const;
  const tracked: Tracked[] = [];
  await t.lab.run(async () => {
    const asks = nets.map(({ socket }) => t.submission.createClient(socket, PATIENCE));
    for (const [i, ask] of asks.entries()) {
      tracked.push(t.lab.track(ask(i === 0 ? 'north' : 'south')));
    }
    await t.lab.at(40);
    // The second client has its answer and waits for nothing.
    nets[1].deliver({ id: nets[0].ids('north')[0] as number, text: 'a stray' });
    await Promise.all(tracked.map(({ done }) => done));
  });
  for (const [i, text] of ['north', 'south'].entries()) {
    t.expect(tracked[i] as Tracked).toFulfil(
      `${text} 21`,
      'each client has a socket of its own, and both may use the same ids: keep what is open inside createClient()',
    );
  }
});

test('whatever order the replies come in, each finds its request', async (t) => {
  await t.lab.explore(async (lab) => {
    const net = network(lab, () => [10]);
    const ask = t.submission.createClient(net.socket, { firstWaitMs: 1_000_000, attempts: 1 });
    const texts = ['north', 'south'];
    const answers = await lab.run(() => Promise.allSettled(texts.map((text) => ask(text))));
    const settled = answers.value as { value?: string }[];
    // Without durations a timer may fire before a reply, so that some requests are given up.
    const wrong = texts.findIndex(
      (text, i) => (settled[i]?.value ?? `${text} 21`) !== `${text} 21`,
    );
    claim(
      wrong < 0,
      `"${texts[wrong]}" was answered with "${settled[wrong]?.value}": go by the id of the reply.`,
    );
  });
});
