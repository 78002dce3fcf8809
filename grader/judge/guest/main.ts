/**
 * What the snapshot is taken of: everything that takes time and is the same for every submission has been done in it. Each
 * guest begins with the function at the end.
 */
import { startupSnapshot } from 'node:v8';
import { hardenGuest, prepareGuest } from './prepare.ts';
import { serve } from './serve.ts';

const guest = prepareGuest();

startupSnapshot.setDeserializeMainFunction(() => {
  hardenGuest(guest);
  return serve(guest);
});
