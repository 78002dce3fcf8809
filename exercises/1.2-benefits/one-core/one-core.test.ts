import { test } from '#course/test';
import { type PageRequest, predictMakespan, predictMakespanOn } from './one-core.ts';

const page: PageRequest = { parseMs: 10, queryMs: 100, renderMs: 20 };

test('three requests on one event loop: the prediction is what really happens', async ({
  lab,
  expect,
}) => {
  const parse = lab.work('parse', { takes: page.parseMs });
  const query = lab.operation('query', { takes: page.queryMs });
  const render = lab.work('render', { takes: page.renderMs });
  const serve = async () => {
    parse();
    await query();
    render();
  };
  const predicted = predictMakespan([page, page, page]);

  await lab.run(() => Promise.all([serve(), serve(), serve()]));

  expect(lab.trace).toFinishAt(170, 'this is what the three requests take in the lab');
  expect(predicted).toEqual(170, 'your prediction must be what the lab measured');
});

test('a second core shortens the computing; with a hundred, one request alone is left', async ({
  expect,
}) => {
  const requests = [page, page, page];

  expect(predictMakespanOn(requests, 1)).toEqual(170, 'one worker is one core');
  expect(predictMakespanOn(requests, 2)).toEqual(150, 'two requests are computed at a time');
  expect(predictMakespanOn(requests, 100)).toEqual(130, 'nobody stands in line, but all wait');
});
