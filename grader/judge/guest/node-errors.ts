/** Node's own `require` in the script that a snapshot is built from, where `--expose-internals` opens it. */
declare const require: (name: string) => Record<string, unknown>;

const ERRORS = 'internal/errors';

interface ErrorClass {
  prototype: object;
}

const isErrorClass = (value: unknown): value is ErrorClass =>
  typeof value === 'function' && 'prototype' in value;

function freezeErrorClass(errorClass: ErrorClass): void {
  const { prototype } = errorClass;
  // It would answer with V8's own Error, whose stack hooks see every frame of the grader.
  Reflect.deleteProperty(prototype, 'constructor');
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, get } = Object.getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor;
    Object.freeze(value ?? get);
  }
  Object.freeze(prototype);
  // Variants of it, with another base or without Node's own frames.
  for (const variant of Object.values(errorClass).filter(isErrorClass)) freezeErrorClass(variant);
  Object.freeze(errorClass);
}

/**
 * Node has a class for each code of its errors. They are no intrinsics and hang on no global, but any call that Node refuses
 * hands out one of their prototypes: what is written there would last from check to check. To be done for the snapshot.
 */
export function freezeNodeErrors(): void {
  const { codes, ...others } = require(ERRORS) as { codes: object };
  for (const errorClass of [...Object.values(codes), ...Object.values(others)]) {
    if (isErrorClass(errorClass) && errorClass.prototype instanceof Error)
      freezeErrorClass(errorClass);
  }
}
