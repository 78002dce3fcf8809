import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/udp-retry/udp-retry.ts';
import type { Lab } from '../../../lab/lab.ts';

const test = checksFor<typeof Solution>('udp-retry');

type Datagram = Solution.Datagram;

/** What the network does with one datagram that is sent: nothing, or replies after so many ms each. */
type Fate = number[];

/** A socket whose network decides the fate of each datagram: `fate(text, attempt)`, attempts counted from 1. */
function network(lab: Lab, fate: (text: string, attempt: number) => Fate) {
  const sent: (Datagram & { at: number })[] = [];
  let receive = (_: Datagram): void => {};
  const reply = lab.operation<[string, number], void>((text) => `reply to ${text}`, {
    takes: (_, ms) => ms,
  });
  const socket = {
    send(datagram: Datagram): void {
      const { id, text } = datagram;
      lab.trace.mark(lab.now, `send ${text}`);
      sent.push({ id, text, at: lab.now });
      const attempt = sent.filter((other) => other.text === text).length;
      for (const ms of fate(text, attempt)) {
        void reply(text, ms).then(() => receive({ id, text: `${text} 21` }));
      }
    },
    onMessage(handler: (datagram: Datagram) => void): void {
      receive = handler;
    },
  };
  return {
    socket,
    times: (text: string) => sent.filter((one) => one.text === text).map(({ at }) => at),
    ids: (text: string) => sent.filter((one) => one.text === text).map(({ id }) => id),
    /** Lets a datagram arrive that nobody has asked for. */
    deliver: (datagram: Datagram) => receive(datagram),
  };
}

const PATIENCE = { firstWaitMs: 100, attempts: 4 };

test('an answer is there when its reply is, and then all is quiet', { weight: 2 }, async (t) => {
  const ms = t.lab.random.int(20, 80);
  const net = network(t.lab, () => [ms]);
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, PATIENCE)('north'));
  t.expect(answer).toFulfil('north 21', 'this is the text of the reply');
  t.expect(answer).toFinishAt(ms, 'the reply was there at that moment');
  t.expect(t.lab).toLeaveNothingBehind(
    'clear the timer of the next attempt when the reply arrives',
  );
  t.expect(net.times('north')).toEqual([0], 'after a reply nothing needs to be sent again');
});

test('a request without a reply is sent again, after waits that double', {
  weight: 2,
}, async (t) => {
  const firstWaitMs = t.lab.random.int(50, 90);
  const net = network(t.lab, (_, attempt) => (attempt === 4 ? [10] : []));
  const patience = { firstWaitMs, attempts: 4 };
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, patience)('north'));
  const expected = [0, firstWaitMs, firstWaitMs * 3, firstWaitMs * 7];
  t.expect(net.times('north')).toEqual(
    expected,
    `with a first wait of ${firstWaitMs} ms these are the times of the four attempts`,
  );
  t.expect(answer).toFulfil('north 21', 'the fourth attempt was answered');
});

test('it gives up when the wait after the last attempt is over', { weight: 2 }, async (t) => {
  const net = network(t.lab, () => []);
  const patience = { firstWaitMs: 100, attempts: 3 };
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, patience)('north'));
  claim(
    answer.status === 'rejected' && answer.error?.name === 'TimeoutError',
    `Nobody answered, and your promise ${answer.status === 'rejected' ? `rejected with "${answer.error?.name}"` : 'resolved'}; expected a rejection with an Error whose name is "TimeoutError".`,
  );
  t.expect(answer).toFinishAt(
    700,
    'the waits are 100, 200 and 400 ms: the last attempt, too, deserves one',
  );
  t.expect(net.times('north')).toEqual([0, 100, 300], 'three attempts were allowed');
});

test('a reply counts, whichever attempt it answers', { weight: 2 }, async (t) => {
  const net = network(t.lab, (_, attempt) => (attempt === 1 ? [250] : []));
  const answer = await t.lab.run(() => t.submission.createClient(net.socket, PATIENCE)('north'));
  t.expect(answer).toFulfil('north 21', 'the reply to the first attempt was only late');
  t.expect(answer).toFinishAt(250, 'it arrived while the second attempt was waiting for its own');
  t.expect(net.times('north')).toEqual([0, 100], 'after a reply nothing needs to be sent again');
  const [first, second] = net.ids('north');
  claim(
    first === second,
    `The second attempt was sent with the id ${second}, the first with ${first}: it is the same request, so the other side can tell.`,
  );
});

test('a reply that comes twice, or after the client has given up, changes nothing', async (t) => {
  const net = network(t.lab, (text) => (text === 'north' ? [30, 60] : [2_000]));
  const ask = t.submission.createClient(net.socket, { firstWaitMs: 100, attempts: 2 });
  const answers = await t.lab.run(async () => {
    const north = await ask('north');
    const south = await t.lab.track(ask('south')).done;
    await t.lab.at(3_000);
    return [north, south];
  });
  claim(
    answers.status === 'fulfilled',
    `A reply that nobody waits for made your code fail with "${answers.error?.message}"; ignore it.`,
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
});

test('a request that gets its reply does not touch the timers of another', async (t) => {
  const net = network(t.lab, (text, attempt) => (text === 'south' && attempt < 3 ? [] : [40]));
  const ask = t.submission.createClient(net.socket, PATIENCE);
  const answers = await t.lab.run(() => Promise.all([ask('north'), ask('south')]));
  t.expect(answers).toFulfil(['north 21', 'south 21'], 'both were answered in the end');
  t.expect(net.times('south')).toEqual([0, 100, 300], 'its waits are its own');
});

test('whatever order the replies come in, each finds its request', async (t) => {
  await t.lab.explore(async (lab) => {
    const net = network(lab, () => [10]);
    const ask = t.submission.createClient(net.socket, { firstWaitMs: 1_000_000, attempts: 1 });
    const texts = ['north', 'south', 'west'];
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
