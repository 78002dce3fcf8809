/** Prints in how many ms a guest that has nothing to judge comes up and goes: the median of several. For `bench-boot.ts`. */
import { loadCatalogue } from '../course/catalogue.ts';
import { guestBundle } from '../judge/host/build-bundle.ts';
import { Child } from '../judge/host/child.ts';
import { DEFAULT_LIMITS } from '../judge/host/vital-signs.ts';
import { compare } from './bench-measure.ts';

const { root, exercises } = loadCatalogue();
const bundle = await guestBundle(root, exercises);
const boot = () =>
  new Child({ bundle, watch: false, limits: DEFAULT_LIMITS }).run({
    exercises: [],
    onResult: () => {},
  });
await boot();
const [duration] = await compare(21, [boot]);
console.log(duration);
