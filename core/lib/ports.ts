/** What core needs of the outside world; passed in, so that tests and replicas decide. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
}

export type IdSource = {
  /** A new opaque id of the strict alphabet of `core/model/ids.ts`. */
  readonly next: () => string
}

export type RandomSource = {
  /** Uniform in [0, 1). */
  readonly next: () => number
}
