/** Something simulated that is under way and will happen: the effect or the reply of an operation, or a cue. */
export interface PendingEvent {
  /** A cue is the outside world acting at a fixed time; it goes before whatever is due at the same instant. */
  readonly kind: 'operation' | 'cue';
  /** Virtual ms at which it is due. */
  readonly at: number;
  /** Position in the order of registration, shared with timers. */
  readonly order: number;
  /** The chain of causes it belongs to: what an event starts first continues the event's chain. */
  readonly chain: number;
  readonly label: string;
  fire(): void;
}

/** One thing that may happen next, as a scheduler sees it. */
export interface Enabled {
  readonly order: number;
  readonly chain: number;
  readonly label: string;
}
