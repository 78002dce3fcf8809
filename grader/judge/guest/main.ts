/**
 * What the snapshot is taken of: everything that takes time and is the same for every submission has been done in it. Each
 * guest begins with the function at the end.
 */
import { setFlagsFromString, startupSnapshot } from 'node:v8';
import { hardenGuest, prepareGuest } from './prepare.ts';
import { serve } from './serve.ts';

const guest = prepareGuest();
// All of this file has been compiled by now. Node goes on with modules of its own, of which a guest needs next to nothing.
setFlagsFromString('--lazy');

startupSnapshot.setDeserializeMainFunction(() => {
  hardenGuest(guest);
  return serve(guest);
});
