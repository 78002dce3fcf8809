// attack: C1 loads a module in its source phase
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  return import.source('data:application/wasm;base64,AGFzbQEAAAA=');
}
